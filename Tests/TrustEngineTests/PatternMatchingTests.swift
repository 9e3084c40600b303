import Testing
import TrustEngine
import TrustTestSupport

/// Each row is a pattern and a text in which what it finds is marked; unmarked, it finds nothing.
@Suite("Matching patterns") struct PatternMatchingTests {
  private func check(_ pattern: String, _ marked: String, lists: String = "") throws {
    let screener = try Screener.testing(
      """
      lexicons:
        remedy: {zh: 大蒜、醋、大蒜素, en: 'garlic, vinegar'}
        place: {zh: 中国、武汉, en: 'china, wuhan'}
        outer: {zh: <remedy>、(喝|吃) ...2 药}
      rules:
        - {id: rule, edges: loose, find: ['\(pattern)']}
      """
    )
    #expect(screener.marked(MarkedText(marked).text) == marked, "\(pattern)")
  }

  @Test(
    "words, lists and forms",
    arguments: [
      ("特效药", "这是<<特效药>>！"), ("miracle cure", "A <<Miracle  CURE>>!"),
      ("miracle cure", "#<<MiracleCure>> now"),
      ("cure~", "it <<cured>> and <<cures>>, not curable"),
      ("<remedy>", "<<大蒜>>和<<醋>>，<<Garlic>> too"), ("<remedy>", "<<大蒜素>>"),
      ("<outer>", "<<吃了药>>，<<大蒜>>"), ("新冠 病毒", "<<新冠病毒>>"), ("药", "<<药>><<药>>"),
    ]
  )
  func findsWords(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }

  @Test(
    "terms that touch",
    arguments: [
      ("<place> 病毒", "<<武汉病毒>>和<<武汉“病毒>>”"), ("<place> 病毒", "武汉的病毒"),
      ("<place> 病毒", "来自武汉 病毒来自别处"), ("<place> virus", "the <<China virus>>"),
      ("<place> virus", "#<<ChinaVirus>>"), ("<place> virus", "<<chinavirus>> <<wuhanvirus>>"),
      ("<place> virus", "chinaviruses"), ("<place> virus", "indochinavirus"),
      ("<place> virus", "china, virus"), ("<place> virus", "china of virus"),
      ("<place> virus", "china xvirus"), ("<place> (virus|viruses)", "<<chinaviruses>>"),
      ("<place> virus~", "<<chinaviruses>>"), ("mRNA 疫苗", "<<mRNA疫苗>>、<<mRNA 疫苗>>"),
    ]
  )
  func touches(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }

  @Test(
    "gaps count words and end with the sentence",
    arguments: [
      ("大蒜 ...2 病", "<<大蒜治好病>>"), ("大蒜 ...2 病", "<<大蒜一二三四病>>"), ("大蒜 ...2 病", "大蒜一二三四五病"),
      ("garlic ...2 flu", "<<garlic kills the flu>>"),
      ("garlic ...2 flu", "garlic kills all the flu"),
      ("garlic ...0 flu", "<<garlic, flu>>"), ("大蒜 ... 病", "<<大蒜，治病>>"), ("大蒜 ... 病", "大蒜。治病"),
      ("大蒜 ... 病", "大蒜\n治病"), ("大蒜 ...1 病", "<<大蒜123病>>"), ("大蒜 ... 病", "病了吃大蒜"),
      ("大蒜 ... 病", "大蒜，<<大蒜治病>>"), ("大蒜 ... 病", "<<大蒜治病>>，病"),
    ]
  )
  func spansGaps(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }

  @Test(
    "optional terms and alternatives",
    arguments: [
      ("(新型)? 冠状病毒", "<<新型冠状病毒>>，<<冠状病毒>>"), ("大蒜 (真的)? 治", "<<大蒜真的治>>，<<大蒜治>>，大蒜不治"),
      ("大蒜 (万岁)?", "<<大蒜万岁>>，<<大蒜>>"), ("(病毒|肺炎)", "<<病毒>>、<<肺炎>>、流感"),
      ("(中国 virus|武汉 肺炎)", "<<中国virus>>和<<武汉肺炎>>"),
      ("(miracle cure|magic)", "<<miracle cure>> <<magic>> cure"),
      ("甲 ...2 (乙)? ...2 丙", "<<甲一二丙>>，<<甲一乙二丙>>"),
    ]
  )
  func takesChoices(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }

  @Test(
    "operands in any order",
    arguments: [
      ("大蒜 & 新冠", "<<大蒜防新冠>>。<<新冠怕大蒜>>。"), ("大蒜 & 新冠", "大蒜好。新冠坏。"),
      ("大蒜 & 新冠 & 治", "<<治新冠，大蒜>>行"), ("<remedy> ...1 治 & 新冠", "<<新冠用大蒜治>>，大蒜不能说治"),
      ("新 & 新冠", "新冠"),
    ]
  )
  func takesAnyOrder(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }

  @Test(
    "a unit bounds what may come in any order",
    arguments: [
      ("clause", "大蒜好，新冠坏", false), ("clause", "大蒜防新冠，好", true),
      ("sentence", "大蒜好，新冠坏", true), ("sentence", "大蒜好。新冠坏", false),
      ("passage", "大蒜好。甲。新冠坏", true), ("passage", "大蒜好。甲。乙。新冠坏", false),
      ("post", "大蒜好。甲。乙。丙\n新冠坏", true),
    ]
  )
  func boundsByUnit(_ row: (unit: String, text: String, isFound: Bool)) throws {
    let screener = try Screener.testing(
      "rules: [{id: rule, edges: loose, in: \(row.unit), find: 大蒜 & 新冠}]"
    )
    #expect(screener.screen(row.text).findings.isEmpty != row.isFound)
  }

  @Test(
    "numbers and the like",
    arguments: [
      ("<number>", "有<<3>>个和<<1,000.5>>个，<<三百>>个"), ("<number> 针", "打<<三针>>，<<3针>>"),
      ("<percent>", "<<90%>>，<<百分之九十>>，<<95 percent>>，<<百分之百>>"),
      ("<money>", "<<$5>>、<<300元>>、<<20 dollars>>"),
      ("<duration>", "<<3天>>，<<两周>>，<<5 minutes>>"), ("<date>", "<<3月>>，<<May 5>>"),
      ("<mention>", "找<<@张三>>，<<@bob1>>"), ("<hashtag>", "<<#大蒜>>，<<#FactCheck>>"),
      ("<url>", "看<<https://example.org/a?b=c>> 吧"), ("<emoji>", "好<<😷>>"),
      ("<number>", "B12 and H1N1"),
    ]
  )
  func findsBuiltIns(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }

  @Test(
    "underscores and hyphens are part of names and links",
    arguments: [
      ("<mention>", "找<<@bob_1>>吧"), ("<hashtag>", "<<#covid19>> now"),
      ("<url>", "see <<https://my-site.org/a_b>> now"),
    ]
  )
  func keepsNamesWhole(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }

  @Test("a Chinese comma parts two numbers")
  func partsNumbers() throws {
    try check("<number>", "每天<<3>>瓣，连吃<<2>>，<<5>>天见效")
  }

  @Test(
    "a number is one word long however it is written",
    arguments: ["123,456", "3.5"]
  )
  func countsNumbersOnce(_ number: String) throws {
    try check("大蒜 ...1 病", "<<大蒜\(number)病>>")
  }

  @Test(
    "the start and the end of a sentence",
    arguments: [
      ("<start> 谣言", "<<谣言>>说。这是谣言。“<<谣言>>”"), ("谣言 <end>", "这是<<谣言>>！谣言说"),
      ("<start> 谣言 <end>", "<<谣言>>。谣言说。"),
    ]
  )
  func findsEdges(_ row: (pattern: String, marked: String)) throws {
    try check(row.pattern, row.marked)
  }
}
