import Testing

@testable import TrustText

@Suite("Separators") struct SeparatorTests {
  @Test(
    "marks and spaces between single Chinese characters are dropped",
    arguments: [
      ("大-蒜", "大蒜"), ("大 蒜", "大蒜"), ("大.蒜", "大蒜"), ("大·蒜", "大蒜"), ("大•蒜", "大蒜"),
      ("大*蒜", "大蒜"), ("大~蒜", "大蒜"), ("大_蒜", "大蒜"), ("大 - 蒜", "大蒜"),
      ("大　蒜", "大蒜"), ("疫-苗 有 毒", "疫苗有毒"), ("大蒜-防治", "大蒜防治"), ("我 朋友", "我朋友"),
      ("朋友 我", "朋友我"),
    ]
  )
  func joinsHan(_ pair: (String, String)) {
    #expect(folded(pair.0) == pair.1)
  }

  @Test(
    "a space between longer Chinese runs stays, and so does what is no disguise",
    arguments: [
      ("喝水 就好", "喝水 就好"), ("喝水  就好", "喝水 就好"), ("大----蒜", "大----蒜"),
      ("大，蒜", "大，蒜"), ("大/蒜", "大/蒜"), ("大\n蒜", "大\n蒜"), ("喝水 - 就好", "喝水 - 就好"),
    ]
  )
  func keepsPauses(_ pair: (String, String)) {
    #expect(folded(pair.0) == pair.1)
  }

  @Test(
    "between letters and digits a hyphen is a space and an apostrophe is nothing",
    arguments: [
      ("anti-vaccine", "anti vaccine"), ("anti_vaccine", "anti vaccine"), ("don't", "dont"),
      ("DON’T", "dont"), ("covid-19", "covid 19"), ("a -b", "a -b"), ("'tis", "'tis"),
      ("3.5", "3.5"), ("a*b", "a*b"), ("a  b", "a b"), ("a\tb", "a b"), ("a--b", "a--b"),
    ]
  )
  func readsEnglish(_ pair: (String, String)) {
    #expect(folded(pair.0) == pair.1)
  }

  @Test(
    "Chinese beside letters keeps its separators",
    arguments: [("打 vaccine", "打 vaccine"), ("mrna 疫苗", "mrna 疫苗"), ("5-针", "5-针")]
  )
  func mixes(_ pair: (String, String)) {
    #expect(folded(pair.0) == pair.1)
  }

  @Test("any number of spaces between single characters is dropped", arguments: 1...6)
  func joinsAcrossSpaces(count: Int) {
    let spaced = "大" + String(repeating: " ", count: count) + "蒜"
    #expect(folded(spaced) == "大蒜")
  }

  @Test("a match knows whether separators were dropped inside it")
  func remembersJoints() {
    var text = FoldedText()
    text.fold(Array("吃大-蒜好".utf8).span)
    #expect(text.string(0..<text.count) == "吃大蒜好")
    #expect(text.joints == [2])
    #expect(text.isJoined(1..<3))
    #expect(text.isJoined(0..<4))
    #expect(!text.isJoined(0..<2))
    #expect(!text.isJoined(2..<4))
    #expect(text.bytes(of: 1..<3) == 3..<10)
  }

  @Test("one space that stands for several covers them all")
  func coversSpaces() {
    var text = FoldedText()
    text.fold(Array("a   b".utf8).span)
    #expect(text.string(0..<text.count) == "a b")
    #expect(text.bytes(of: 1..<2) == 1..<4)
  }
}
