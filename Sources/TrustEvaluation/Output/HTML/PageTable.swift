internal import TrustReport
package import TrustRules

/// A table of a page; on a narrow screen it moves sideways on its own.
package struct PageTable {
  /// What a column holds.
  package enum Kind {
    case words
    case number
    /// A number with its interval and a picture of both.
    case estimate
  }

  private let columns: [(title: Localized, kind: Kind)]
  private var rows: [String] = []

  /// Makes a table without rows.
  package init(_ columns: [(title: Localized, kind: Kind)]) {
    self.columns = columns
  }

  /// Adds a row of cells that are HTML already; the first one heads the row.
  package mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row needs \(columns.count) cells")
    let row = zip(cells, columns).enumerated().map { index, cell in
      let name = index == 0 ? "th scope=\"row\"" : "td"
      return "<\(name)\(Self.css(cell.1.kind))>\(cell.0)</\(name.prefix(2))>"
    }
    rows.append("<tr>\(row.joined())</tr>")
  }

  /// Adds a row that says what the rows under it are about.
  package mutating func addHeading(_ html: String) {
    rows.append(
      "<tr class=\"about\"><th scope=\"rowgroup\" colspan=\"\(columns.count)\">\(html)</th></tr>"
    )
  }

  /// The table, or nothing if it has no rows.
  package var html: String {
    guard !rows.isEmpty else { return "" }
    let heads = columns.map { column in
      "<th scope=\"col\"\(Self.css(column.kind))>\(HTMLText.both(column.title))</th>"
    }
    return """
      <div class="scroll" tabindex="0"><table>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  private static func css(_ kind: Kind) -> String {
    switch kind {
    case .words: ""
    case .number: " class=\"number-cell\""
    case .estimate: " class=\"estimate-cell\""
    }
  }
}
