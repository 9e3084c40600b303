import Testing

@testable import TrustReport
@testable import TrustText

@Suite("Lines and columns") struct TextLinesTests {
  @Test(
    "a place counts lines, scalars and bytes from 1",
    arguments: [
      ("abc", "abc", 1, 1, 1), ("a\nbc", "bc", 2, 1, 1), ("a\r\nbc", "c", 2, 2, 2),
      ("大蒜😷治", "治", 1, 4, 11), ("a\rb", "b", 1, 3, 3), ("一\n\n二三", "三", 3, 2, 4),
      ("e\u{301}x", "x", 1, 3, 4),
    ]
  )
  func places(_ row: (text: String, words: String, line: Int, column: Int, byte: Int)) {
    let draft = Draft(row.text)
    let place = TextLines(Array(row.text.utf8)).region(of: draft.span(row.words)).start
    #expect(place == TextLines.Place(line: row.line, column: row.column, byteColumn: row.byte))
  }

  @Test("the end of a span is the place behind it, also over several lines")
  func ends() {
    let lines = TextLines(Array("大蒜\n治病".utf8))
    let region = lines.region(of: Draft("大蒜\n治病").span("蒜\n治"))
    #expect(region.start == TextLines.Place(line: 1, column: 2, byteColumn: 4))
    #expect(region.end == TextLines.Place(line: 2, column: 2, byteColumn: 4))
    #expect(lines.lineIndices(of: Draft("大蒜\n治病").span("大蒜\n")) == 0...0)
  }

  @Test("a span outside the text or inside a character is cut to it")
  func cutsSpans() {
    let lines = TextLines(Array("大蒜".utf8))
    let outside = TextSpan(utf8: 4..<99, utf16: 1..<99, scalars: 1..<99)
    #expect(lines.words(of: outside) == "蒜")
    #expect(lines.region(of: outside).end == TextLines.Place(line: 1, column: 3, byteColumn: 7))
    #expect(TextLines([]).words(of: outside) == "")
    #expect(TextLines([]).count == 1)
  }
}
