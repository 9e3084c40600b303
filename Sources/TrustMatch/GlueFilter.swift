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
    keepReached(&hits)
    keepReaching(&hits)
  }

  /// Keeps the hits that others reach from the start of their word.
  ///
  /// What ends where a hit starts comes before it, as it ends earlier.
  private mutating func keepReached(_ hits: inout [LiteralHit]) {
    var kept = 0
    for index in hits.indices {
      let hit = hits[index]
      guard !hit.isOpenLeft || isReached[Int(hit.start)] else { continue }
      if hit.isOpenRight { isReached[Int(hit.end)] = true }
      hits[kept] = hit
      kept += 1
    }
    hits.removeLast(hits.count - kept)
    for hit in hits { isReached[Int(hit.end)] = false }
  }

  /// Keeps the hits from which others reach the end of their word.
  private mutating func keepReaching(_ hits: inout [LiteralHit]) {
    var kept = hits.count
    for index in hits.indices.reversed() {
      let hit = hits[index]
      guard !hit.isOpenRight || isReached[Int(hit.end)] else { continue }
      if hit.isOpenLeft { isReached[Int(hit.start)] = true }
      kept -= 1
      hits[kept] = hit
    }
    hits.removeFirst(kept)
    for hit in hits { isReached[Int(hit.start)] = false }
  }
}
