import TrustMatch
import TrustRules
import TrustText

/// The hits of one field by the word sets that hold their literals.
struct HitIndex {
  /// The hits of one word set, from the first to the last link, and the sentences they are in.
  private struct Chain {
    var first: Int32
    var last: Int32
    var sentences: SentenceSet
  }

  /// A hit and the link of the set's next one.
  struct Link {
    var hit: LiteralHit
    fileprivate(set) var next: Int32
  }

  private var chains = RoundTable(filler: Chain(first: 0, last: 0, sentences: .none))
  private var links: [Link] = []
  /// Whether a hit begins in one sentence and ends in another.
  private(set) var goesOverSentences = false

  /// Takes the hits of a field in the place of those of another.
  ///
  /// - Complexity: O(hits × their word sets).
  mutating func fill(
    _ hits: [LiteralHit],
    wordSets: Rows,
    _ segmentation: borrowing Segmentation
  ) {
    chains.removeAll()
    links.removeAll(keepingCapacity: true)
    goesOverSentences = false
    let sets = wordSets.joined.span
    // Of the hit before, which is mostly the same.
    var (sentence, range) = (0, 0..<0)
    for hit in hits {
      if !range.contains(Int(hit.start)) {
        sentence = segmentation.sentence(of: Int(hit.start))
        range = segmentation.sentenceRange(sentence)
      }
      if Int(hit.end) > range.upperBound { goesOverSentences = true }
      let sentences = SentenceSet(sentence)
      for index in wordSets.indices(of: Int(hit.literal)) {
        let set = sets[index]
        let number = Int32(truncatingIfNeeded: links.count)
        links.append(Link(hit: hit, next: -1))
        let chain = Chain(first: number, last: number, sentences: sentences)
        let (slot, isNew) = chains.slot(of: set, orInsert: chain)
        if !isNew {
          links[Int(chains[slot: slot].last)].next = number
          chains[slot: slot].last = number
          chains[slot: slot].sentences.formUnion(sentences)
        }
      }
    }
  }

  /// Whether any literal of a word set was hit.
  func contains(_ set: ElementID) -> Bool { chains[set] != nil }

  /// The sentences in which a word set has hits.
  func sentences(of set: ElementID) -> SentenceSet { chains[set]?.sentences ?? .none }

  /// The first link of a word set's hits.
  func first(of set: ElementID) -> Link? { chains[set].map { links[Int($0.first)] } }

  /// The link after another; hits come in the order in which they were found.
  func next(after link: Link) -> Link? { link.next < 0 ? nil : links[Int(link.next)] }
}
