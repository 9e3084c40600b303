/// Where an element was found, in symbols of the folded text.
struct Occurrence {
  /// A piece that a literal or a built-in covers.
  struct Part {
    var range: Range<Int>
    /// The number of the list's name, if the pattern named a list.
    var name: Int32?
  }

  var range: Range<Int>
  /// The pieces, in the order of the text.
  var parts: [Part]
  /// Whether letters go on before or behind it.
  var isOpenLeft = false
  var isOpenRight = false

  var start: Int { range.lowerBound }
  var end: Int { range.upperBound }
}

extension [Occurrence] {
  /// In the order of the text, without those that lie within another: the longest entry wins.
  func longest() -> [Occurrence] {
    guard count > 1 else { return self }
    var kept: [Occurrence] = []
    var reached = -1
    for occurrence in sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
    where occurrence.end > reached {
      kept.append(occurrence)
      reached = occurrence.end
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
