internal import TrustText

/// One user-perceived character of a text, as a terminal can safely show it.
struct DisplayCell {
  /// What to print: the character, or a stand-in for one that would act on the terminal.
  var text: String
  /// How many columns it takes.
  var width: Int
  /// The bytes of the original text that it stands for.
  var bytes: Range<Int>

  /// The characters of a line, which has no line break in it.
  static func cells(of lines: TextLines, in range: Range<Int>) -> [DisplayCell] {
    var decoded = String.UnicodeScalarView()
    var ends: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let next = UTF8Decoding.decode(lines.bytes.span, at: offset)
      offset += next.length
      decoded.append(Unicode.Scalar(next.scalar) ?? "\u{FFFD}")
      ends.append(min(offset, range.upperBound))
    }
    var cells: [DisplayCell] = []
    var scalars = 0
    var start = range.lowerBound
    for character in String(decoded) {
      scalars += character.unicodeScalars.count
      let text = harmless(character)
      cells.append(
        DisplayCell(text: text, width: DisplayWidth.of(text), bytes: start..<ends[scalars - 1])
      )
      start = ends[scalars - 1]
    }
    return cells
  }

  /// Cuts cells into rows of at most `columns` columns, at spaces and around wide characters if
  /// there are any to cut at.
  static func rows(_ cells: [DisplayCell], columns: Int) -> [ArraySlice<DisplayCell>] {
    var rows: [ArraySlice<DisplayCell>] = []
    var start = cells.startIndex
    while start < cells.endIndex {
      var end = start
      var width = 0
      var good: Int?
      while end < cells.endIndex, end == start || width + cells[end].width <= columns {
        width += cells[end].width
        end += 1
        if end < cells.endIndex, mayBreak(cells[end - 1], cells[end]) { good = end }
      }
      if end < cells.endIndex, let good { end = good }
      rows.append(cells[start..<end])
      start = end
    }
    return rows
  }

  private static func mayBreak(_ before: DisplayCell, _ after: DisplayCell) -> Bool {
    if before.text == " " { return after.text != " " }
    // Closing punctuation does not begin a row.
    return (before.width == 2 || after.width == 2) && !"，。！？；：、）》」』”’…".contains(after.text)
  }

  /// A text on one line in which nothing acts on the terminal.
  static func harmless(_ text: String) -> String {
    text.reduce(into: "") { $0 += harmless($1) }
  }

  /// A character with its control characters made visible: a post may hold escape codes, or marks
  /// that reverse the order in which the rest of the line is shown.
  private static func harmless(_ character: Character) -> String {
    var text = String.UnicodeScalarView()
    for scalar in character.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: text.append(" ")
      case 0..<0x20: text.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: text.append("\u{2421}")
      case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x061C, 0x200E, 0x200F:
        text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
