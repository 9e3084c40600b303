import TrustMatch
import TrustRules
import TrustText

/// Verifies, in one field of a post, what the automaton's hits only suggest.
///
/// Each element is worked out when it is first asked for and then remembered, so that lists and
/// cues cost the same however many rules share them. Nothing backtracks: every step walks sorted
/// lists.
struct FieldMatcher {
  let ruleset: Ruleset
  let text: FoldedText
  private(set) var segmentation: Segmentation

  private let hits: [LiteralHit]
  /// For each word set, its hits in the order of the text.
  private var hitsOfSet: [ElementID: [Int32]] = [:]
  private var found: [ElementID: [Occurrence]] = [:]
  private var closed: [ElementID: [Occurrence]] = [:]
  private var builtIns: BuiltInFinder

  init(ruleset: Ruleset, text: FoldedText, hits: [LiteralHit], segmentation: Segmentation) {
    self.ruleset = ruleset
    self.text = text
    self.hits = hits
    self.segmentation = segmentation
    builtIns = BuiltInFinder(symbols: text.symbols)
    for (index, hit) in hits.enumerated() {
      for set in ruleset.wordSets[Int(hit.literal)] {
        hitsOfSet[set, default: []].append(Int32(index))
      }
    }
  }

  /// Everywhere an element stands, in the order of the text.
  mutating func occurrences(
    of element: ElementID,
    using segmenters: inout SegmenterSet
  ) -> [Occurrence] {
    if let known = found[element] { return known }
    let result: [Occurrence]
    switch ruleset.elements[Int(element)] {
    case .words(let set): result = words(element, set, &segmenters)
    case .builtIn(let builtIn):
      result = builtIns.ranges(of: builtIn, segmentation).map {
        Occurrence(range: $0, parts: [.init(range: $0)])
      }
    case .choice(let alternatives):
      var all: [Occurrence] = []
      for alternative in alternatives {
        all += occurrences(of: alternative, using: &segmenters)
      }
      result = all.inOrder()
    case .sequence(let steps):
      let places = steps.map { occurrences(of: $0.element, using: &segmenters) }
      result = SequenceJoiner(text: text, segmentation: segmentation).join(steps, places)
    case .together(let operands, let unit):
      let places = operands.map { phrases(of: $0, using: &segmenters) }
      result = UnitJoiner(segmentation: segmentation).join(places, within: unit)
    case .named(let name, let inner):
      result = occurrences(of: inner, using: &segmenters).map { occurrence in
        var occurrence = occurrence
        for index in occurrence.parts.indices { occurrence.parts[index].name = name }
        return occurrence
      }
    }
    found[element] = result
    return result
  }

  /// Everywhere an element stands by itself, its ends being word ends: what cues and company are.
  mutating func phrases(
    of element: ElementID,
    using segmenters: inout SegmenterSet
  ) -> [Occurrence] {
    if let known = closed[element] { return known }
    let result = occurrences(of: element, using: &segmenters).filter(\.isClosed)
    closed[element] = result
    return result
  }

  // MARK: - Words

  private mutating func words(
    _ element: ElementID,
    _ set: WordSet,
    _ segmenters: inout SegmenterSet
  ) -> [Occurrence] {
    var result: [Occurrence] = []
    let accepted = set.disguises.union(ruleset.extraDisguises).union(.weak)
    for index in hitsOfSet[element] ?? [] {
      let hit = hits[Int(index)]
      if hit.isOpenLeft || hit.isOpenRight, !set.acceptsGlue { continue }
      if hit.disguises.isEmpty {
        guard hasWordEdges(hit.range, set.edges, &segmenters) else { continue }
      } else {
        guard accepted.isSuperset(of: hit.disguises),
          hasPlainEdges(hit, set.edges, &segmenters)
        else { continue }
      }
      result.append(
        Occurrence(
          range: hit.range,
          parts: [.init(range: hit.range, disguises: hit.disguises)],
          isOpenLeft: hit.isOpenLeft,
          isOpenRight: hit.isOpenRight
        )
      )
    }
    return result.inOrder()
  }

  private mutating func hasWordEdges(
    _ range: Range<Int>,
    _ mode: EdgeMode,
    _ segmenters: inout SegmenterSet
  ) -> Bool {
    switch mode {
    case .loose: return true
    case .cue where range.count > 1: return true
    default: break
    }
    let startsHan = ScalarClass(text.symbols[range.lowerBound]) == .han
    let endsHan = ScalarClass(text.symbols[range.upperBound - 1]) == .han
    if startsHan, !segmentation.isWordStart(range.lowerBound, using: &segmenters) { return false }
    if mode == .exact {
      return !startsHan || segmentation.isOneWord(range, using: &segmenters)
    }
    return !endsHan || segmentation.isWordEnd(range.upperBound, using: &segmenters)
  }
}

extension Occurrence {
  var isClosed: Bool { !isOpenLeft && !isOpenRight }
}
