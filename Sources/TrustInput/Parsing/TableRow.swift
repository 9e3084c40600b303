/// The values of a row by RFC 4180, as `RowFinder` found it.
struct TableRow {
  /// The values, without the quotation marks around them.
  private(set) var values: [[UInt8]] = []

  /// The values as text.
  var texts: [String] { values.map { String(decoding: $0, as: UTF8.self) } }

  /// Reads the row in a range.
  ///
  /// - Complexity: Linear.
  init(_ bytes: borrowing Span<UInt8>, in range: Range<Int>, columns: TableColumns?) {
    let delimiter = columns?.delimiter ?? UInt8(ascii: ",")
    let quote = UInt8(ascii: "\"")
    var value: [UInt8] = []
    var isQuoted = false
    var isAtStart = true
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      at += 1
      if isQuoted {
        if byte != quote {
          value.append(byte)
        } else if at < range.upperBound, bytes[at] == quote {
          value.append(quote)
          at += 1
        } else {
          isQuoted = false
        }
      } else if byte == delimiter {
        values.append(value)
        value = []
        isAtStart = true
        continue
      } else if byte == quote, isAtStart {
        isQuoted = true
      } else {
        value.append(byte)
      }
      isAtStart = false
    }
    values.append(value)
  }

  /// The byte that parts values: of comma, semicolon and tab the commonest in the first line.
  static func delimiter(guessedFrom bytes: [UInt8]) -> UInt8 {
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      counts[byte, default: 0] += 1
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let most = candidates.map { counts[$0] ?? 0 }.max() ?? 0
    return candidates.first { counts[$0] ?? 0 == most } ?? UInt8(ascii: ",")
  }
}

/// The fields of a row by the names of its columns.
struct RowFields: FieldSource {
  private let row: TableRow
  /// For each field, the number of its column.
  private let columns: [Int?]

  /// Knows which columns are wanted.
  init(_ row: TableRow, columns: [Int?]) {
    self.row = row
    self.columns = columns
  }

  func has(_ fields: [Int]) -> Bool { fields.contains { columns[$0] != nil } }

  func content(of field: Int) -> FieldContent? {
    columns[field].map { .text(row.values[$0]) }
  }
}
