import Testing

@testable import TrustRules

@Suite("Names and errors") struct PackErrorTests {
  @Test("an error lists its mistakes by place, one a line")
  func describes() {
    func issue(_ file: String, _ line: Int, _ column: Int) -> PackError.Issue {
      .init("code", at: Mark(file: file, line: line, column: column), "wrong")
    }
    let error = PackError([issue("b", 1, 1), issue("a", 2, 1), issue("a", 1, 9), issue("a", 1, 2)])
    #expect(
      error.description
        == "a:1:2: code: wrong\na:1:9: code: wrong\na:2:1: code: wrong\nb:1:1: code: wrong"
    )
  }

  @Test("categories keep their names, and core ones come first")
  func names() {
    for category in Category.core { #expect(Category(name: category.name) == category) }
    let other = Category(name: "advertising")
    #expect(other == .other("advertising") && other.name == "advertising" && other.kinds == nil)
    #expect(
      [other, .unverifiedClaim, .falseRemedy, .stigmatisingLanguage].sorted() == Category.core + [
        other
      ]
    )
    #expect(Category.core.allSatisfy { $0.kinds?.isEmpty == false })
  }

  @Test("severities are ordered by badness and known by name")
  func orders() {
    #expect(Severity.allCases == Severity.allCases.sorted())
    for severity in Severity.allCases { #expect(Severity(name: severity.name) == severity) }
    #expect(Severity(name: "fatal") == nil)
  }

  @Test(
    "a text is chosen by language tag",
    arguments: [
      ("zh", "甲"), ("zh-Hant", "甲"), ("zh_CN", "甲"), ("en", "a"), ("fr", "a"), ("zhx", "a"),
    ]
  )
  func localises(_ row: (tag: String, text: String)) {
    #expect(Localized(zh: "甲", en: "a")[row.tag] == row.text)
  }

  @Test(
    "ids are lower-case letters, digits, hyphens and dots",
    arguments: [
      ("remedy.garlic", true), ("a-1", true), ("5g", true), ("", false), ("A", false),
      ("-a", false),
      (".a", false), ("a b", false), ("蒜", false), ("a_b", false),
    ]
  )
  func checksIds(_ row: (text: String, isIdentifier: Bool)) {
    #expect(NodeReader.isIdentifier(row.text) == row.isIdentifier)
  }
}
