import Testing
import TrustEngine
import TrustTestSupport
import TrustText

@Suite("Company and conditions") struct CompanyTests {
  @Test(
    "company must be in its unit, beside the match",
    arguments: [
      ("with: 新冠", "大蒜好，新冠怕", true), ("with: 新冠", "大蒜好。新冠怕", false),
      ("with: 新冠, with-in: clause", "大蒜好，新冠怕", false),
      ("with: 新冠, with-in: post", "大蒜。甲。乙。丙。新冠", true),
      ("with: 新冠, with-in: passage", "大蒜。甲。乙。丙。新冠", false), ("with: 大蒜", "大蒜", false),
      ("with: 大蒜", "大蒜大蒜", true), ("with: [新冠, 流感]", "大蒜，流感", true),
      ("with: 新冠 & 流感", "大蒜，流感", false), ("with: 新冠 & 流感", "流感新冠大蒜", true),
      ("with: <number>", "大蒜3斤", true), ("with: <number>", "大蒜", false),
    ]
  )
  func needsCompany(_ row: (keys: String, text: String, isFound: Bool)) throws {
    let screener = try Screener.testing("rules: [{id: r, edges: loose, find: 大蒜, \(row.keys)}]")
    #expect(screener.screen(row.text).findings.isEmpty != row.isFound, "\(row.text)")
  }

  @Test("company may stand on both sides of the match")
  func takesCompanyAround() throws {
    let screener = try Screener.testing(
      "rules: [{id: r, edges: loose, find: 大蒜, with: [新冠 & 流感, 如果 ... 就]}]"
    )
    #expect(screener.marked("流感大蒜新冠") == "流感<<大蒜>>新冠")
    #expect(screener.marked("如果大蒜就好") == "如果<<大蒜>>就好")
  }

  @Test("company is evidence, and the span stays that of the match")
  func keepsSpan() throws {
    let screener = try Screener.testing("rules: [{id: r, edges: loose, find: 大蒜, with: 新冠}]")
    let finding = try #require(screener.screen("新冠，吃大蒜").findings.first)
    #expect(finding.span.scalars == 4..<6)
    #expect(finding.evidence.map(\.role) == [.with, .find])
    #expect(finding.evidence.map(\.span.scalars) == [0..<2, 4..<6])
  }

  @Test(
    "a phrase around, near or between takes a finding away and is named",
    arguments: [
      ("{inside: 大蒜炒肉}", "大蒜炒肉", ["inside"]), ("{inside: 大蒜炒肉}", "大蒜治病", []),
      ("{inside: 大蒜}", "大蒜", []), ("{near: 菜谱}", "菜谱：大蒜", ["near"]),
      ("{near: 菜谱}", "菜谱。大蒜", []), ("{near: 菜谱, in: post}", "菜谱。甲。乙。丙。大蒜", ["near"]),
      ("{near: 菜谱, in: clause}", "菜谱，大蒜", []), ("{near: 菜谱, in: passage}", "菜谱。甲。大蒜", ["near"]),
      ("{near: 大蒜}", "大蒜", []), ("{between: 不}", "大蒜", []),
    ]
  )
  func takesAway(_ row: (condition: String, text: String, excuses: [String])) throws {
    let screener = try Screener.testing(
      "rules: [{id: r, edges: loose, find: 大蒜, unless: [\(row.condition)]}]"
    )
    let report = screener.screen(row.text)
    #expect(report.excuses == row.excuses)
    #expect(report.findings.isEmpty != row.excuses.isEmpty)
  }

  @Test("a phrase between the parts of a match takes it away, one outside does not")
  func looksBetween() throws {
    let screener = try Screener.testing(
      "rules: [{id: r, edges: loose, find: 大蒜 ... 病, unless: [{between: 养}]}]"
    )
    #expect(screener.screen("大蒜养好病").excuses == ["between"])
    #expect(screener.marked("养大蒜治病养") == "养<<大蒜治病>>养")
  }

  @Test("the words that take a finding away are its cue")
  func showsCue() throws {
    let screener = try Screener.testing(
      "rules: [{id: r, edges: loose, find: 大蒜, unless: [{inside: 炒大蒜苗}]}]"
    )
    let suppressed = try #require(screener.screen("我炒大蒜苗").suppressed.first)
    #expect(suppressed.cue?.scalars == 1..<5)
    #expect(suppressed.finding.span.scalars == 2..<4)
  }

  @Test("conditions are tried in order, and the first that holds is named")
  func keepsOrder() throws {
    let screener = try Screener.testing(
      """
      contexts: {negated: {before: 没有}}
      rules:
        - {id: a, edges: loose, find: 大蒜, unless: [negated, {near: 菜谱}]}
        - {id: b, edges: loose, find: 大蒜, unless: [{near: 菜谱}, negated]}
      """
    )
    #expect(screener.screen("菜谱没有大蒜").excuses == ["negated", "near"])
  }
}
