import Testing
import TrustEngine
import TrustTestSupport

@Suite("Edges and foldings") struct EdgeTests {
  private func marked(_ find: String, _ keys: String, _ text: String) throws -> String {
    try Screener.testing("rules: [{id: rule, find: \(find), \(keys)}]").marked(text)
  }

  @Test(
    "the ends of a Chinese word must be word ends, unless the rule is loose",
    arguments: [
      ("网传", "局域网传输", false), ("毒王", "病毒王国", false), ("速转", "高速转弯", false),
      ("疫苗", "打疫苗了", true), ("疫苗", "疫苗的副作用", true), ("疫苗", "新冠疫苗", true),
    ]
  )
  func judgesWordEdges(_ row: (word: String, text: String, isFound: Bool)) throws {
    let asWord = try marked(row.word, "edges: word", row.text)
    #expect((asWord != row.text) == row.isFound)
    #expect(try marked(row.word, "edges: loose", row.text) != row.text)
  }

  @Test("an exact word is one whole word of the dictionary")
  func judgesExactWords() throws {
    #expect(try marked("疫苗", "edges: exact", "打疫苗吧") == "打<<疫苗>>吧")
    #expect(try marked("病毒王", "edges: exact", "病毒王国") == "病毒王国")
    #expect(try marked("garlic", "edges: exact", "eat garlic now") == "eat <<garlic>> now")
  }

  @Test("an English word is never found inside another, however loose")
  func judgesEnglishEdges() throws {
    for edges in ["word", "loose", "exact"] {
      #expect(try marked("cure", "edges: \(edges)", "a secure cure2") == "a secure cure2")
      #expect(try marked("cure", "edges: \(edges)", "药cure药") == "药<<cure>>药")
    }
  }

  @Test("a list may have edges of its own")
  func takesEdgesOfLists() throws {
    let screener = try Screener.testing(
      """
      lexicons: {loose: {edges: loose, zh: 毒王}, strict: {zh: 网传}}
      rules: [{id: rule, find: [<loose>, <strict>]}]
      """
    )
    #expect(screener.marked("病毒王国和局域网传输") == "病<<毒王>>国和局域网传输")
  }

  @Test(
    "disguises are seen through, and the span covers them",
    arguments: [
      "吃<<大蒜>>吧", "吃<<大\u{200B}蒜>>吧", "吃<<大-蒜>>吧", "吃 <<大 蒜>> 吧", "吃<<大·蒜>>吧", "吃<<大\u{202E}蒜>>吧",
      "eat <<ＧＡＲＬＩＣ>> now", "eat <<𝓰𝓪𝓻𝓵𝓲𝓬>> now", "eat <<gár\u{301}lic\u{301}>> now",
      "eat <<g\u{200D}arlic>> now", "吃<<大\u{FE00}蒜>>吧",
    ]
  )
  func seesThroughDisguises(_ text: String) throws {
    let screener = try Screener.testing("rules: [{id: rule, edges: loose, find: [大蒜, garlic]}]")
    #expect(screener.marked(MarkedText(text).text) == text)
  }

  @Test("a match that needs dropped separators is less sure and says so")
  func lowersConfidence() throws {
    let screener = try Screener.testing(
      "rules: [{id: rule, edges: loose, confidence: 0.8, find: 大蒜}]"
    )
    let plain = try #require(screener.screen("大蒜").findings.first)
    let separated = try #require(screener.screen("大-蒜").findings.first)
    #expect(plain.confidence == 0.8)
    #expect(separated.confidence == 0.8 * 0.9)
    #expect(plain.evidence.map(\.folds) == [[]])
    #expect(separated.evidence.map(\.folds) == [["separators"]])
  }

  @Test("a rule can refuse matches that need dropped separators")
  func refusesSeparators() throws {
    let keys = "edges: loose, fold: no-separators"
    #expect(try marked("大蒜", keys, "大-蒜，大蒜") == "大-蒜，<<大蒜>>")
  }

  @Test("traditional characters are found by simplified rules, and the other way round")
  func ignoresVariants() throws {
    #expect(try marked("传说", "edges: loose", "這是傳說") == "這是<<傳說>>")
    #expect(try marked("傳說", "edges: loose", "这是传说") == "这是<<传说>>")
  }
}
