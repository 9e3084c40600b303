package import TrustText

/// Finds literals that are disguised: what the automaton would find if people wrote plainly.
///
/// It reads a folded text once more (see `DisguiseReader`) and looks only around what it undid; most
/// texts hold nothing to undo. Sounds, stand-ins and masks cost more and are looked for on request.
package struct DisguiseFinder: Sendable {
  /// The optional disguises it looks for.
  package private(set) var optional: Disguises = []
  let texts: LiteralTexts
  let vocabulary: DisguiseVocabulary
  private var sounds: SoundIndex?
  private var masks: MaskIndex?

  /// No literal is looked for further than this around a disguise.
  private static let widestLook = 64

  /// Makes a finder for the literals of an automaton.
  ///
  /// - Complexity: O(total length).
  package init(_ literals: [Literal]) {
    self.init(texts: LiteralTexts(literals), vocabulary: DisguiseVocabulary(literals))
  }

  init(texts: LiteralTexts, vocabulary: DisguiseVocabulary) {
    self.texts = texts
    self.vocabulary = vocabulary
  }

  /// Looks for more of the optional disguises.
  package mutating func look(for disguises: Disguises) {
    optional.formUnion(disguises.intersection(.optional))
    if optional.contains(.sounds), sounds == nil { sounds = SoundIndex(texts) }
    if optional.contains(.masks), masks == nil { masks = MaskIndex(texts) }
  }

  /// The symbols of a literal, as it is written plainly.
  package func symbols(of literal: Int32) -> ArraySlice<UInt32> { texts[Int(literal)] }

  /// The memory that one task reuses from text to text.
  package struct Scratch: Sendable {
    var reading = DisguiseReading()
    var hits: [LiteralHit] = []

    /// Makes scratch memory.
    package init() {}
  }

  /// Appends the hits that disguises hide to those that `automaton` found, in symbols of the same
  /// text.
  ///
  /// - Complexity: O(n + hits), and nearly nothing where nothing is disguised.
  package func findLiterals(
    in text: FoldedText,
    of bytes: borrowing Span<UInt8>,
    by automaton: LiteralAutomaton,
    into hits: inout [LiteralHit],
    using scratch: inout Scratch
  ) {
    let plainCount = hits.count
    var reader = DisguiseReader(vocabulary, text, reusing: exchange(&scratch.reading))
    reader.read(bytes)
    find(in: reader.reading, by: automaton, beside: plainCount, into: &hits, using: &scratch)
    if let sounds {
      for find in sounds.find(in: reader.reading) {
        add(find, of: reader.reading, beside: plainCount, to: &hits)
      }
    }
    scratch.reading = reader.reading
    if optional.contains(.standIns) {
      var reading = exchange(&scratch.reading)
      reading.readStandIns(in: text, vocabulary)
      find(in: reading, by: automaton, beside: plainCount, into: &hits, using: &scratch)
      scratch.reading = reading
    }
    if let masks {
      var reading = exchange(&scratch.reading)
      reading.readMasks(in: text, masks)
      find(in: reading, by: automaton, beside: plainCount, into: &hits, using: &scratch)
      scratch.reading = reading
      for find in masks.find(in: text) {
        add(find.literal, find.range, find.disguises, beside: plainCount, to: &hits)
      }
    }
  }

  private func exchange(_ reading: inout DisguiseReading) -> DisguiseReading {
    let old = reading
    reading = DisguiseReading()
    return old
  }

  // MARK: - Hits

  /// Runs the automaton over what lies around the changes of a reading.
  private func find(
    in reading: DisguiseReading,
    by automaton: LiteralAutomaton,
    beside plainCount: Int,
    into hits: inout [LiteralHit],
    using scratch: inout Scratch
  ) {
    let reach = min(texts.longest, Self.widestLook) + 1
    var change = 0
    while change < reading.changes.count {
      let first = Int(reading.changes[change])
      var last = first
      while change < reading.changes.count, Int(reading.changes[change]) - last <= 2 * reach {
        last = Int(reading.changes[change])
        change += 1
      }
      let window = max(0, first - reach)..<min(reading.symbols.count, last + reach)
      scratch.hits.removeAll(keepingCapacity: true)
      automaton.findLiterals(in: Array(reading.symbols[window]), into: &scratch.hits)
      for hit in scratch.hits where !hit.isOpenLeft && !hit.isOpenRight {
        let range = window.lowerBound + Int(hit.start)..<window.lowerBound + Int(hit.end)
        let disguises = reading.disguises(in: range)
        guard !disguises.isEmpty else { continue }
        add(hit.literal, reading.original(range), disguises, beside: plainCount, to: &hits)
      }
    }
  }

  private func add(
    _ find: SoundIndex.Find,
    of reading: DisguiseReading,
    beside plainCount: Int,
    to hits: inout [LiteralHit]
  ) {
    let disguises = find.disguises.union(reading.disguises(in: find.range))
    add(find.literal, reading.original(find.range), disguises, beside: plainCount, to: &hits)
  }

  /// Adds a hit, unless the literal stands just there plainly.
  private func add(
    _ literal: Int32,
    _ range: Range<Int>,
    _ disguises: Disguises,
    beside plainCount: Int,
    to hits: inout [LiteralHit]
  ) {
    // Plain hits are in the order of their ends.
    var (low, high) = (0, plainCount)
    while low < high {
      let middle = (low + high) / 2
      if Int(hits[middle].end) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < plainCount, Int(hits[low].end) <= range.upperBound {
      if hits[low].literal == literal, hits[low].range == range { return }
      low += 1
    }
    var hit = LiteralHit(
      literal: literal,
      start: Int32(range.lowerBound),
      end: Int32(range.upperBound),
      isOpenLeft: false,
      isOpenRight: false
    )
    hit.disguises = disguises
    hits.append(hit)
  }
}
