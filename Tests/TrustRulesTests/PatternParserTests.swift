import Testing

@testable import TrustRules

/// A pattern in a form that a table can hold: terms in brackets, gaps between them, `·` between
/// words and `+` between atoms that touch.
private func outline(_ pattern: Pattern) -> String {
  pattern.operands.map(outline).joined(separator: " & ")
}

private func outline(_ sequence: TermSequence) -> String {
  sequence.terms.enumerated().map { index, term in
    let gap = index == 0 ? "" : term.gap.map { " ..\($0) " } ?? " "
    let alternatives = term.alternatives.map(outline)
    return gap + "[\(alternatives.joined(separator: "|"))]" + (term.isOptional ? "?" : "")
  }.joined()
}

private func outline(_ row: [Piece]) -> String {
  row.enumerated().map { index, piece in
    (index == 0 ? "" : piece.gap.map { "..\($0)" } ?? "+") + outline(piece.atom)
  }.joined()
}

private func outline(_ atom: Atom) -> String {
  switch atom {
  case .literal(let words): words.map { $0.text + ($0.inflects ? "~" : "") }.joined(separator: "·")
  case .lexicon(let name, _): "<\(name)>"
  case .builtIn(let builtIn): "{\(builtIn.rawValue)}"
  }
}

@Suite("Patterns") struct PatternParserTests {
  @Test(
    "patterns are taken apart",
    arguments: [
      ("特效药", "[特效药]"), ("miracle cure", "[miracle·cure]"), ("cure~", "[cure~]"),
      ("take~ off", "[take~·off]"), ("<remedy>", "[<remedy>]"),
      ("<place> virus", "[<place>] [virus]"),
      ("<vaccine> ... <causes>", "[<vaccine>] ..8 [<causes>]"), ("甲 ...3 乙", "[甲] ..3 [乙]"),
      ("甲...乙", "[甲] ..8 [乙]"), ("甲 ...30 乙", "[甲] ..30 [乙]"), ("甲 ...0 乙", "[甲] ..0 [乙]"),
      ("a & b & c", "[a] & [b] & [c]"), ("<a> ... <b> & c", "[<a>] ..8 [<b>] & [c]"),
      ("(病毒|肺炎)", "[病毒|肺炎]"), ("(新型)? 冠状病毒", "[新型]? [冠状病毒]"),
      ("(新型)?冠状病毒", "[新型]? [冠状病毒]"), ("甲 (乙)?", "[甲] [乙]?"),
      ("新冠 病毒", "[新冠病毒]"), ("mRNA 疫苗", "[mRNA] [疫苗]"), ("打 <vaccine> 死", "[打] [<vaccine>] [死]"),
      ("<number>%", "[{number}] [%]"), ("<start> 谣言", "[{start}] [谣言]"),
      ("谣言 <end>", "[谣言] [{end}]"),
      (#"a\|b"#, "[a|b]"), (#"\<x\>"#, "[<x>]"), (#"A \& B"#, "[A·&·B]"), (#"\\"#, #"[\]"#),
      (#"a\ b"#, "[a b]"),
      ("(<a> virus|甲 <b>)", "[<a>+virus|甲+<b>]"), ("(miracle cure|magic)", "[miracle·cure|magic]"),
      ("(速转|转给 ...3 家人)", "[速转|转给..3家人]"),
      ("  药  ", "[药]"), ("什么?", "[什么?]"), ("why? not", "[why?·not]"), ("3.5", "[3.5]"),
      ("a.. b", "[a..·b]"), ("~", "[~]"), ("药　方", "[药方]"), ("(甲)(乙)", "[甲乙]"),
      ("e\u{301}", "[e\u{301}]"),
    ]
  )
  func parses(_ row: (source: String, outline: String)) throws {
    let pattern = try PatternParser.parse(row.source)
    #expect(outline(pattern) == row.outline)
    #expect(pattern.source == row.source)
  }

  @Test(
    "a mistake is told with the character it is at",
    arguments: [
      ("", 0, "nothing to find here"), ("   ", 3, "nothing to find here"),
      ("<remedy", 0, "“<” is not closed"), ("吃 <药", 2, "“<” is not closed"),
      ("a > b", 2, "“>” without “<”"), ("... 药", 0, "a gap stands between two terms"),
      ("药 ...", 2, "a gap stands between two terms"),
      ("甲 ... ... 乙", 6, "a gap stands between two terms"),
      ("甲 ... & 乙", 2, "a gap stands between two terms"), ("& 药", 0, "nothing to find here"),
      ("药 &", 3, "nothing to find here"), ("甲 & & 乙", 4, "nothing to find here"),
      ("(甲|乙", 0, "“(” is not closed"), ("药 (甲", 2, "“(” is not closed"),
      ("药)", 1, "“)” or “|” without “(”"), ("甲|乙", 1, "“)” or “|” without “(”"),
      ("(甲||乙)", 3, "an empty alternative"), ("()", 1, "an empty alternative"),
      ("(|甲)", 1, "an empty alternative"), ("(甲 ...)", 3, "a gap stands between two words"),
      ("(甲 (乙))", 3, "no group inside a group"),
      ("(甲 & 乙)", 3, "a word or <list> was expected here"),
      ("(甲)?", 0, "everything is optional"), ("甲 & (乙)?", 0, "everything is optional"),
      (#"药\"#, 1, "“\\” quotes nothing"),
    ]
  )
  func refuses(_ row: (source: String, column: Int, message: String)) {
    let failure = #expect(throws: PatternParser.Failure.self) {
      try PatternParser.parse(row.source)
    }
    #expect(failure?.message == row.message)
    #expect(failure?.column == row.column)
    #expect(failure?.isLimit == false)
  }

  @Test("what is too long is told apart from what is wrong")
  func limits() throws {
    let gap = #expect(throws: PatternParser.Failure.self) { try PatternParser.parse("甲 ...31 乙") }
    #expect(gap?.isLimit == true && gap?.column == 2)
    let huge = "甲 ...99999999999999999999 乙"
    #expect(throws: PatternParser.Failure.self) { try PatternParser.parse(huge) }
    let eight = Array(repeating: "<a>", count: 8).joined(separator: " ... ")
    #expect(try PatternParser.parse(eight).operands[0].terms.count == 8)
    let nine = #expect(throws: PatternParser.Failure.self) {
      try PatternParser.parse(eight + " & <b>")
    }
    #expect(nine?.isLimit == true)
  }

  @Test("a pattern names its lists, with the column of each")
  func namesLists() throws {
    let pattern = try PatternParser.parse("吃 <remedy> & (<a>|x <b>) <number>")
    #expect(pattern.lexicons.map(\.name) == ["remedy", "a", "b"])
    #expect(pattern.lexicons.map(\.column) == [2, 14, 20])
  }

  @Test("what is but one literal or one list says so")
  func isPlain() throws {
    #expect(try PatternParser.parse("miracle cure~").plainWords?.count == 2)
    #expect(try PatternParser.parse("<a>").plainLexicon == "a")
    for source in ["<a> x", "a & b", "(a|b)", "a ... b", "<number>"] {
      let pattern = try PatternParser.parse(source)
      #expect(pattern.plainWords == nil && pattern.plainLexicon == nil, "\(source)")
    }
  }
}
