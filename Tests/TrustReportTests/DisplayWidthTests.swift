import Testing

@testable import TrustReport

@Suite("Columns of a terminal") struct DisplayWidthTests {
  @Test(
    "a text takes as many columns as a terminal gives it",
    arguments: [
      ("abc", 3), ("大蒜", 4), ("ＣＯ", 4), ("。“”…", 5), ("é", 1), ("e\u{301}", 1),
      ("大\u{200B}蒜", 4), ("😷", 2), ("👩‍⚕️", 2), ("🇨🇳", 2), ("❤️", 2), ("1️⃣", 2), ("👍🏽", 2),
      ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("カ", 2), ("𠮷", 2), ("\u{FEFF}", 0),
      ("", 0), ("й", 1), ("\u{3000}", 2),
    ]
  )
  func widths(_ pair: (String, Int)) {
    #expect(DisplayWidth.of(pair.0) == pair.1)
  }

  @Test("characters that would act on a terminal are shown instead")
  func harmless() {
    #expect(DisplayCell.harmless("a\u{1B}[31mb\tc\nd\r\ne") == "a␛[31mb c d  e")
    #expect(DisplayCell.harmless("x\u{202E}y\u{9B}z\u{7F}") == "x\u{FFFD}y\u{FFFD}z␡")
  }

  @Test("every byte of a line is in one cell, also where it is not UTF-8")
  func cellsCoverTheLine() {
    let bytes: [UInt8] = Array("大a".utf8) + [0xE5, 0xA4, 0x61, 0xFF] + Array("e\u{301}😷".utf8)
    let cells = DisplayCell.cells(of: TextLines(bytes), in: 0..<bytes.count)
    #expect(cells.map(\.text) == ["大", "a", "\u{FFFD}", "a", "\u{FFFD}", "e\u{301}", "😷"])
    #expect(cells.first?.bytes.lowerBound == 0)
    #expect(cells.last?.bytes.upperBound == bytes.count)
    for (cell, next) in zip(cells, cells.dropFirst()) {
      #expect(cell.bytes.upperBound == next.bytes.lowerBound)
    }
  }

  @Test(
    "rows are cut at spaces and around Han characters and lose nothing",
    arguments: [
      ("one two three", 8, ["one two ", "three"]), ("大蒜能杀死病毒", 6, ["大蒜能", "杀死病", "毒"]),
      ("大蒜治病。好", 8, ["大蒜治", "病。好"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("", 4, []),
    ]
  )
  func rows(_ sample: (text: String, columns: Int, rows: [String])) {
    let lines = TextLines(Array(sample.text.utf8))
    let cells = DisplayCell.cells(of: lines, in: 0..<lines.bytes.count)
    let rows = DisplayCell.rows(cells, columns: sample.columns)
    #expect(rows.map { $0.map(\.text).joined() } == sample.rows)
  }
}
