import Testing

@testable import TrustText

@Suite("Escapes") struct EscapeTests {
  @Test(
    "entities and percent escapes are the characters they stand for",
    arguments: [
      ("&#28418;白", "漂白"), ("&#x6F02;白", "漂白"), ("&#X6f02;白", "漂白"), ("a&nbsp;b", "a b"),
      ("&lt;3", "<3"), ("&amp;", "&"), ("&amp;#28418;", "漂"), ("&amp;lt;", "<"), ("&#65;", "a"),
      ("%E6%BC%82", "漂"), ("%e6%bc%82白", "漂白"),
      ("R&D", "r&d"), ("&#0;", "&#0;"), ("&#xD800;", "&#xd800;"), ("&#x110000;", "&#x110000;"),
      ("&#28418", "&#28418"), ("&;", "&;"), ("&#;", "&#;"), ("100%", "100%"), ("50%25", "50%25"),
      ("%E6%BC", "%e6%bc"), ("%C0%AF", "%c0%af"), ("%ED%A0%80", "%ed%a0%80"),
      ("https://a.example/%E6%BC%82", "https://a.example/%e6%bc%82"),
      ("https://a.example %E6%BC%82", "https://a.example 漂"),
      ("看www.a.example/?q=%E6%BC%82，%E6%BC%82", "看www.a.example/?q=%e6%bc%82，漂"),
    ]
  )
  func decodes(_ pair: (String, String)) {
    var text = FoldedText()
    text.fold(Array(pair.0.utf8).span)
    #expect(text.string(0..<text.count) == pair.1)
  }

  @Test("a symbol covers the whole escape it came from")
  func coversEscapes() {
    var text = FoldedText()
    text.fold(Array("吃&#28418;白".utf8).span)
    #expect(text.bytes(of: 1..<2) == 3..<11)
    #expect(text.folds(in: 0..<1, of: Array("吃&#28418;白".utf8).span) == [])
    #expect(text.folds(in: 0..<3, of: Array("吃&#28418;白".utf8).span) == ["escapes"])
  }

  @Test(
    "what folding undid of a disguise is named",
    arguments: [
      ("大\u{200B}蒜", ["hidden"]), ("大\u{FE0F}蒜", ["hidden"]), ("g\u{335}o", ["marks"]),
      ("ⓖo", ["styles"]),
      ("ｇo", ["width"]), ("Go", []), ("這", []), ("é", []),
    ]
  )
  func namesFolds(_ pair: (text: String, folds: [String])) {
    var text = FoldedText()
    let bytes = Array(pair.text.utf8)
    text.fold(bytes.span)
    #expect(text.folds(in: 0..<text.count, of: bytes.span) == pair.folds)
  }
}
