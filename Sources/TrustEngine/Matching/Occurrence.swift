import TrustText

/// Where an element was found, in symbols of the folded text.
struct Occurrence {
  /// A piece that a literal or a built-in covers.
  struct Part {
    var range: Range<Int>
    /// The number of the list's name, if the pattern named a list.
    var name: Int32?
    /// What the words were disguised by.
    var disguises: Disguises = []
  }

  var range: Range<Int>
  /// The pieces, in the order of the text.
  var parts: [Part]
  /// Whether letters go on before or behind it.
  var isOpenLeft = false
  var isOpenRight = false

  var start: Int { range.lowerBound }
  var end: Int { range.upperBound }

  /// Whether they share a symbol; what lies between the parts of one may hold the other.
  func overlaps(_ other: Occurrence) -> Bool {
    parts.contains { part in other.parts.contains { $0.range.overlaps(part.range) } }
  }

  /// Whether it is the better of two readings of the same words: fewer parts that are disguised,
  /// then more parts, then fewer symbols between them, then more symbols in them (the longest entry of a list wins), then further left.
  func isBetter(than other: Occurrence) -> Bool {
    let (disguised, otherDisguised) = (self.disguised, other.disguised)
    if disguised != otherDisguised { return disguised < otherDisguised }
    if parts.count != other.parts.count { return parts.count > other.parts.count }
    let (covered, otherCovered) = (self.covered, other.covered)
    let (gap, otherGap) = (range.count - covered, other.range.count - otherCovered)
    if gap != otherGap { return gap < otherGap }
    if covered != otherCovered { return covered > otherCovered }
    return start < other.start
  }

  /// 0 if all is plain, 1 if something is disguised, 2 if other words must support it.
  fileprivate var doubt: Int {
    parts.reduce(0) {
      max($0, $1.disguises.isEmpty ? 0 : $1.disguises.contains(.weak) ? 2 : 1)
    }
  }

  private var disguised: Int { parts.count { !$0.disguises.isEmpty } }
  private var covered: Int { parts.reduce(0) { $0 + $1.range.count } }
}

extension [Occurrence] {
  /// In the order of the text, each range once; of those that start together, the shortest first
  /// or the longest.
  func inOrder(longestFirst: Bool = false) -> [Occurrence] {
    guard count > 1 else { return self }
    var kept: [Occurrence] = []
    for occurrence in sorted(by: {
      // Of those that cover the same, the least disguised.
      $0.range == $1.range
        ? $0.doubt < $1.doubt
        : ($0.start, longestFirst ? -$0.end : $0.end) < ($1.start, longestFirst ? -$1.end : $1.end)
    })
    where kept.last?.range != occurrence.range {
      kept.append(occurrence)
    }
    return kept
  }

  /// The first that starts at or after a symbol; the occurrences are in the order of the text.
  ///
  /// - Complexity: O(log n).
  func firstIndex(startingAt symbol: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start < symbol { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
