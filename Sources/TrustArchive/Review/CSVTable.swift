/// A small file of comma-separated values (RFC 4180), as spreadsheets write it back.
struct CSVTable {
  let header: [String]
  /// Each row and the line it starts in, from 1.
  let rows: [(line: Int, fields: [String])]

  /// Reads a table; semicolons and tabs part values too if the header has them.
  ///
  /// - Throws: an error that names the line of a quotation without an end.
  init(_ bytes: [UInt8], file: String) throws(ArchiveError) {
    let text = String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...],
      as: UTF8.self
    )
    let firstLine = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
    let delimiter: Unicode.Scalar =
      firstLine.contains(",") ? "," : firstLine.contains(";") ? ";" : "\t"
    var reader = Reader(Array(text.unicodeScalars), delimiter)
    var rows: [(line: Int, fields: [String])] = []
    while let row = reader.next() {
      guard !reader.isUnclosed else {
        throw ArchiveError(
          .badFile,
          "\(file):\(row.line): a quotation mark is not closed",
          hint: "save the table as CSV in UTF-8 from the spreadsheet"
        )
      }
      if row.fields != [""] { rows.append(row) }
    }
    guard let first = rows.first else {
      throw ArchiveError(.badFile, "“\(file)” is empty", hint: "it should have a row of names")
    }
    header = first.fields
    self.rows = Array(rows.dropFirst())
  }

  /// Takes rows from text.
  private struct Reader {
    private let text: [Unicode.Scalar]
    private let delimiter: Unicode.Scalar
    private var at = 0
    private var line = 1
    private(set) var isUnclosed = false

    init(_ text: [Unicode.Scalar], _ delimiter: Unicode.Scalar) {
      self.text = text
      self.delimiter = delimiter
    }

    mutating func next() -> (line: Int, fields: [String])? {
      guard at < text.count else { return nil }
      let start = line
      var fields: [String] = []
      while true {
        fields.append(field())
        guard at < text.count else { return (start, fields) }
        let end = text[at]
        at += 1
        if end == delimiter { continue }
        if end == "\r", at < text.count, text[at] == "\n" { at += 1 }
        line += 1
        return (start, fields)
      }
    }

    /// A value up to what ends it, which is left.
    private mutating func field() -> String {
      var value = String.UnicodeScalarView()
      var isQuoted = false
      if at < text.count, text[at] == "\"" {
        isQuoted = true
        at += 1
      }
      while at < text.count {
        let scalar = text[at]
        if isQuoted, scalar == "\"" {
          at += 1
          guard at < text.count, text[at] == "\"" else {
            isQuoted = false
            continue
          }
        } else if !isQuoted, scalar == delimiter || scalar == "\n" || scalar == "\r" {
          return String(value)
        }
        if scalar == "\n" { line += 1 }
        value.append(scalar)
        at += 1
      }
      isUnclosed = isQuoted
      return String(value)
    }
  }
}
