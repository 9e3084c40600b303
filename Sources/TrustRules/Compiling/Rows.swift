/// A list of numbers for each of some numbers.
@usableFromInline
package struct Rows: Sendable {
  @usableFromInline var starts: [Int32] = [0]
  @usableFromInline var values: [Int32] = []

  package init(_ rows: [[Int32]]) {
    for row in rows {
      values.append(contentsOf: row)
      starts.append(Int32(values.count))
    }
  }

  /// Where the list of a number stands in `joined`.
  // PERF: a slice of an array would be retained and released each time.
  @inlinable
  package func indices(of row: Int) -> Range<Int> {
    Int(starts[row])..<Int(starts[row + 1])
  }

  /// All lists, one behind the other.
  @inlinable package var joined: [Int32] { values }

  /// How many lists there are.
  package var count: Int { starts.count - 1 }

  /// Takes a number out of all lists.
  ///
  /// - Complexity: O(n).
  package mutating func removeAll(_ value: Int32) {
    self = Rows((0..<count).map { row in values[indices(of: row)].filter { $0 != value } })
  }
}
