import TrustMatch
import TrustRules
import TrustText

/// Verifies, in one field of a post, what the automaton's hits only suggest.
///
/// Each element is worked out when it is first asked for and then remembered, so that lists and
/// cues cost the same however many rules share them. Nothing backtracks: every step walks sorted
/// lists. The memory is kept from field to field.
struct FieldMatcher: ~Copyable {
  private(set) var rules = Rulebook.empty
  private var keys = Rulebook.empty.keys
  /// What is matched; lent by whoever opens a field.
  var text = FoldedText()
  var segmentation = Segmentation()
  var segmenters = SegmenterSet()

  var store = OccurrenceStore()
  private var hits = HitIndex()
  /// Whether no match can go on over the end of a sentence.
  private(set) var areSentencesSure = true
  private var known = RoundTable(filler: Known(all: .none))
  /// The places of the parts of elements that are being worked out.
  var pending: [Places] = []
  var joiner = SequenceJoiner()

  /// Where an element stands.
  private struct Known {
    var all: Places
    /// Where its ends are word ends, once somebody asked.
    var closed: Places?
  }

  /// Makes a matcher without rules.
  init() {}

  /// Starts on the field that `text` holds, in the place of another.
  mutating func open(_ hits: [LiteralHit], of bytes: borrowing Span<UInt8>, rules: Rulebook) {
    if self.rules !== rules { (self.rules, keys) = (rules, rules.keys) }
    segmentation.segment(text, of: bytes)
    self.hits.fill(hits, wordSets: rules.ruleset.wordSets, segmentation)
    areSentencesSure = !self.hits.goesOverSentences && segmentation.endsSentencesBetweenWords
    known.removeAll()
    store.removeAll()
  }

  /// An occurrence by its number.
  subscript(index: Int) -> Occurrence { store[index] }

  /// Whether an element is not ruled out by the words that are missing.
  ///
  /// - Complexity: O(1).
  func mayOccur(_ element: ElementID) -> Bool {
    guard let key = keys[element] else { return true }
    return hits.contains(key)
  }

  /// The sentences in which the words of an element stand, whatever their order and edges.
  func sentences(of element: ElementID) -> SentenceSet {
    switch rules.ruleset.elements[Int(element)] {
    case .words: return hits.sentences(of: element)
    case .builtIn: return .all
    case .named(_, let inner): return sentences(of: inner)
    case .sequence(let steps):
      return sentences(ofAll: steps.lazy.filter { !$0.isOptional }.map(\.element))
    case .together(let operands, let unit): return sentences(ofAll: operands, within: unit)
    case .choice(let alternatives):
      var sentences = SentenceSet.none
      for alternative in alternatives where sentences != .all && mayOccur(alternative) {
        sentences.formUnion(self.sentences(of: alternative))
      }
      return sentences
    }
  }

  /// The sentences in which the words of all of some elements stand, which must be one for all
  /// unless they need only share a wider unit.
  func sentences(
    ofAll elements: some Sequence<ElementID>,
    within unit: Unit = .sentence
  ) -> SentenceSet {
    let mustShareOne = areSentencesSure && (unit == .clause || unit == .sentence)
    var common = SentenceSet.all
    for element in elements {
      let own = sentences(of: element)
      if own.isEmpty { return own }
      if mustShareOne { common.formIntersection(own) }
    }
    return common
  }

  /// Everywhere an element stands, in the order of the text.
  mutating func places(of element: ElementID) -> Places {
    guard mayOccur(element) else { return .none }
    if let known = known[element] { return known.all }
    let places = find(element)
    known.set(element, to: Known(all: places))
    return places
  }

  /// Everywhere an element stands by itself, its ends being word ends: what cues and company are.
  mutating func phrases(of element: ElementID) -> Places {
    let all = places(of: element)
    guard !all.isEmpty else { return all }
    if let closed = known[element]?.closed { return closed }
    var closed = all
    if all.indices.contains(where: { !store[$0].isClosed }) {
      let first = store.count
      for index in all.indices where store[index].isClosed { store.append(store[index]) }
      closed = store.places(from: first)
    }
    known.set(element, to: Known(all: all, closed: closed))
    return closed
  }

  /// The same of an element that need not be given.
  mutating func phrases(of element: ElementID?) -> Places {
    if let element { phrases(of: element) } else { .none }
  }

  private mutating func find(_ element: ElementID) -> Places {
    let rules = rules
    switch rules.ruleset.elements[Int(element)] {
    case .words(let set): return words(element, set)
    case .builtIn(let builtIn):
      let first = store.count
      for range in BuiltInFinder(symbols: text.symbols).ranges(of: builtIn, segmentation) {
        store.append(range)
      }
      return store.places(from: first)
    case .choice(let alternatives): return choice(alternatives)
    case .sequence(let steps): return sequence(steps)
    case .together(let operands, let unit): return together(operands, within: unit)
    case .named(let name, let inner):
      let inner = places(of: inner)
      let first = store.count
      for index in inner.indices { store.append(store[index], named: name) }
      return store.places(from: first)
    }
  }

  private mutating func choice(_ alternatives: [ElementID]) -> Places {
    let base = pending.count
    defer { pending.removeLast(pending.count - base) }
    for alternative in alternatives {
      let places = places(of: alternative)
      if !places.isEmpty { pending.append(places) }
    }
    if pending.count == base { return .none }
    if pending.count == base + 1, store.isArranged(pending[base]) { return pending[base] }
    let first = store.count
    for places in pending[base...] {
      for index in places.indices { store.append(store[index]) }
    }
    return store.arrange(from: first)
  }

  // MARK: - Words

  private mutating func words(_ element: ElementID, _ set: WordSet) -> Places {
    let first = store.count
    let accepted = set.disguises.union(rules.ruleset.extraDisguises).union(.weak)
    var link = hits.first(of: element)
    while let current = link {
      link = hits.next(after: current)
      let hit = current.hit
      if hit.isOpenLeft || hit.isOpenRight, !set.acceptsGlue { continue }
      if hit.disguises.isEmpty {
        guard hasWordEdges(hit.range, set.edges) else { continue }
      } else {
        guard accepted.isSuperset(of: hit.disguises), hasPlainEdges(hit, set.edges) else {
          continue
        }
      }
      store.append(hit)
    }
    return store.arrange(from: first)
  }

  private mutating func hasWordEdges(_ range: Range<Int>, _ mode: EdgeMode) -> Bool {
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
