/// Drops hits inside of words that are not wholly made of hits: of "changes" neither "hang" nor "an".
///
/// A hit with an open edge can only be part of a match if another one goes on there, up to both ends
/// of the word, as in "chinavirus".
package struct GlueFilter: Sendable {
  /// For each symbol, whether hits reach from the start of a word to before it.
  private var isReached: [Bool] = []

  /// Makes the memory that one task reuses.
  package init() {}

  /// Filters hits that are in ascending order of their ends.
  ///
  /// - Parameters:
  ///   - hits: The hits in a text.
  ///   - count: The symbols of the text.
  /// - Complexity: O(hits), and O(count) where there are open edges.
  package mutating func filter(_ hits: inout [LiteralHit], symbols count: Int) {
    guard hits.contains(where: { $0.isOpenLeft || $0.isOpenRight }) else { return }
    if isReached.count <= count {
      isReached.append(contentsOf: repeatElement(false, count: count + 1 - isReached.count))
    }
    keep(&hits, inReverse: false)
    keep(&hits, inReverse: true)
  }

  /// Keeps the hits that others reach from one side.
  ///
  /// What ends where a hit starts comes before it, as it ends earlier.
  private mutating func keep(_ hits: inout [LiteralHit], inReverse: Bool) {
    var kept: [LiteralHit] = []
    kept.reserveCapacity(hits.count)
    for hit in inReverse ? hits.reversed() : hits {
      let (isOpenNear, isOpenFar) =
        inReverse ? (hit.isOpenRight, hit.isOpenLeft) : (hit.isOpenLeft, hit.isOpenRight)
      let (near, far) = inReverse ? (hit.end, hit.start) : (hit.start, hit.end)
      guard !isOpenNear || isReached[Int(near)] else { continue }
      if isOpenFar { isReached[Int(far)] = true }
      kept.append(hit)
    }
    for hit in kept {
      isReached[Int(hit.start)] = false
      isReached[Int(hit.end)] = false
    }
    hits = inReverse ? kept.reversed() : kept
  }
}
