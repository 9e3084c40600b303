/// A list of numbers for each of some numbers.
package struct Rows: Sendable {
  var starts: [Int32] = [0]
  var values: [Int32] = []

  package init(_ rows: [[Int32]]) {
    for row in rows {
      values.append(contentsOf: row)
      starts.append(Int32(values.count))
    }
  }

  /// The list of a number.
  package subscript(_ row: Int) -> ArraySlice<Int32> {
    values[Int(starts[row])..<Int(starts[row + 1])]
  }

  /// All lists, one behind the other.
  package var joined: [Int32] { values }

  /// How many lists there are.
  package var count: Int { starts.count - 1 }
}
