internal import TrustEngine

/// The lines of a draft that findings are in, with underlines that need no colour to be told apart.
struct Excerpt {
  let lines: TextLines
  let style: TerminalStyle
  /// The digits of the largest line number shown.
  let gutterWidth: Int
  /// The columns that the text may take.
  let columns: Int

  /// Some lines, counted from 0, of which only the rows that findings touch are shown.
  func render(_ range: ClosedRange<Int>, findings: [Finding]) -> String {
    let runs = findings.map { finding in
      UnderlinedRun(bytes: lines.byteRange(of: finding.span), category: finding.category)
    }
    return range.reduce(into: "") { $0 += render(line: $1, runs: runs) }
  }

  private func render(line: Int, runs: [UnderlinedRun]) -> String {
    let range = lines.byteRange(ofLine: line)
    let rows = DisplayCell.rows(DisplayCell.cells(of: lines, in: range), columns: columns)
    guard !rows.isEmpty else { return gutter(String(line + 1)) + "\n" }
    var text = ""
    var label = String(line + 1)
    var skips = false
    for row in rows {
      let touching = runs.compactMap { $0.cut(to: row.bytes) }
      guard !touching.isEmpty else {
        skips = true
        continue
      }
      if skips {
        text += gutter(label) + style.faint("…") + "\n"
        label = ""
      }
      skips = false
      text += gutter(label) + painted(row, runs: touching) + "\n"
      label = ""
      for underlines in UnderlineRows(touching).rows {
        text += gutter("") + underline(row, runs: underlines) + "\n"
      }
    }
    if skips { text += gutter(label) + style.faint("…") + "\n" }
    return text
  }

  private func gutter(_ label: String) -> String {
    let padding = String(repeating: " ", count: max(0, gutterWidth - label.count))
    return style.faint("  \(padding)\(label) │ ")
  }

  /// The row with each run in its category's colour; where runs overlap, in the one that would
  /// hurt a reader more.
  private func painted(_ row: ArraySlice<DisplayCell>, runs: [UnderlinedRun]) -> String {
    guard style.usesColor else { return row.reduce(into: "") { $0 += $1.text } }
    var text = ""
    var part = ""
    var category = runs.first?.category
    for cell in row {
      let next = runs.filter { $0.bytes.overlaps(cell.bytes) }.map(\.category).min()
      if next != category {
        text += category.map { style.paint(part, as: $0) } ?? part
        (part, category) = ("", next)
      }
      part += cell.text
    }
    return text + (category.map { style.paint(part, as: $0) } ?? part)
  }

  /// One line of underlines; a run that takes no columns is marked where it stands.
  private func underline(_ row: ArraySlice<DisplayCell>, runs: [UnderlinedRun]) -> String {
    var text = ""
    var column = 0
    for run in runs.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      let before = row.prefix { $0.bytes.upperBound <= run.bytes.lowerBound }
      let inside = row.dropFirst(before.count).prefix {
        $0.bytes.lowerBound < run.bytes.upperBound
      }
      let start = max(column, before.reduce(0) { $0 + $1.width })
      let width = max(1, inside.reduce(0) { $0 + $1.width })
      text += String(repeating: " ", count: start - column)
      text += style.paint(
        String(repeating: run.category.underline, count: width),
        as: run.category
      )
      column = start + width
    }
    return text
  }
}

extension UnderlinedRun {
  /// The part of the run that is in some bytes, if there is one.
  fileprivate func cut(to bytes: Range<Int>) -> UnderlinedRun? {
    let common = self.bytes.clamped(to: bytes)
    return common.isEmpty ? nil : UnderlinedRun(bytes: common, category: category)
  }
}

extension ArraySlice<DisplayCell> {
  /// The bytes that the cells stand for; there is at least one cell.
  fileprivate var bytes: Range<Int> {
    guard let first, let last else { return 0..<0 }
    return first.bytes.lowerBound..<last.bytes.upperBound
  }
}
