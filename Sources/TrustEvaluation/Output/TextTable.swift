internal import TrustReport

/// Rows of words in columns that stay straight on a terminal, with Chinese in them too.
struct TextTable {
  /// How the words of a column are set.
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// A table with a title for each column.
  init(_ columns: [(title: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.title)]
  }

  /// Adds a row, which has a cell for each column.
  mutating func add(_ row: [String]) {
    precondition(row.count == alignments.count, "a row needs \(alignments.count) cells")
    rows.append(row)
  }

  /// The lines, each with a line break and without spaces at its end.
  func lines(indent: Int = 0) -> String {
    let widths = alignments.indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for column in row.indices {
        let cell = row[column]
        let padding = String(
          repeating: " ",
          count: widths[column] - DisplayWidth.of(cell)
        )
        if column > 0 { line += "  " }
        line += alignments[column] == .left ? cell + padding : padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
