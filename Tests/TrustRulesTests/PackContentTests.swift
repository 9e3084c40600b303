import Testing
import TrustRuleFiles
import TrustText

@testable import TrustRules

@Suite("What packs say") struct PackContentTests {
  private func rule(_ more: String) throws -> Rule {
    let yaml = TrustRulesTests.rule([:], more)
    return try #require(try Pack.yaml(yaml, name: "pack.yaml").rules.first)
  }

  @Test("what a rule leaves out has its default")
  func defaults() throws {
    let rule = try rule("tags: a, b")
    #expect(rule.confidence == 0.7)
    #expect(rule.status == .test)
    #expect(rule.edges == .word)
    #expect(rule.unit == .sentence && rule.companyUnit == .sentence)
    #expect(rule.tags == ["a", "b"])
    #expect(rule.id.description == "test/r")
    #expect(!rule.refusesSeparators)
    #expect(rule.unless.isEmpty && rule.soften.isEmpty && rule.company.isEmpty)
  }

  @Test("conditions are read as names and as phrases")
  func readsConditions() throws {
    let yaml =
      TrustRulesTests.rule(
        [:],
        "unless: ['c, d', {inside: 甲}, {near: 乙, in: clause}, {near: 丙}, {between: 丁}]"
      )
      + "contexts:\n  c: {before: 不}\n  d: {after: 没}\n"
    let rule = try #require(try Pack.yaml(yaml, name: "pack.yaml").rules.first)
    let kinds = rule.unless.map { condition in
      switch condition {
      case .context(let name, _): name
      case .inside: "inside"
      case .near(_, let unit): "near \(unit.rawValue)"
      case .between: "between"
      }
    }
    #expect(kinds == ["c", "d", "inside", "near clause", "near sentence", "between"])
  }

  @Test("lists are written with marks, lines or as YAML lists, and a backslash keeps a mark")
  func readsLists() throws {
    let yaml =
      header + """
        lexicons:
          a: {zh: 甲、乙 、丙, en: [d e, f]}
          b: |
            甲、乙
            丙
          c: ['1\\,000', x]
        """
    let pack = try Pack.yaml(yaml, name: "pack.yaml")
    func words(_ id: String) -> [String] {
      pack.lexicon(id)?.words.entries.map { entry in
        (entry.pattern.plainWords ?? []).map(\.text).joined(separator: " ")
      } ?? []
    }
    #expect(words("a") == ["甲", "乙", "丙", "d e", "f"])
    #expect(words("b") == ["甲", "乙", "丙"])
    #expect(words("c") == ["1,000", "x"])
    #expect(pack.lexicon("b")?.words.entries.map(\.mark.line) == [9, 9, 10])
    #expect(pack.lexicon("a")?.words.entries.map(\.mark.column) == [11, 13, 16, 24, 29])
  }

  @Test("examples lose their marks and keep their span, reason and line")
  func readsExamples() throws {
    let changed =
      "examples:\n      flag: |\n        吃<<大蒜>>好\n\n        甲⏎大蒜\n      pass: {negated: 不吃大蒜}"
    let yaml = TrustRulesTests.rule(["examples": changed])
    let rule = try #require(try Pack.yaml(yaml, name: "pack.yaml").rules.first)
    #expect(rule.examples.map(\.text) == ["吃大蒜好", "甲\n大蒜", "不吃大蒜"])
    #expect(rule.examples.map(\.span) == [1..<3, nil, nil])
    #expect(rule.examples.map(\.expectation) == [.flag, .flag, .pass(reason: "negated")])
    #expect(rule.examples.map(\.mark.line) == [16, 18, 19])
  }

  @Test("a context may drop only near the hit, or as a frame")
  func mayDrop() throws {
    let yaml =
      header + """
        contexts:
          clause: {before: 不}
          sentence: {before: 不, reach: sentence}
          passage: {before: 不, reach: passage}
          post: {before: 不, reach: post}
          framed: {before: 不, reach: post, frame: yes}
          soft: {before: 不, effect: soften}
        """
    let pack = try Pack.yaml(yaml, name: "pack.yaml")
    let dropping = pack.contextNames.filter { pack.context($0)?.mayDrop == true }
    #expect(dropping == ["clause", "sentence", "framed"])
  }

  @Test("all values are text: a version stays as it was written")
  func keepsText() throws {
    let yaml = "trustscreen: 1\npack: no\nversion: 1.10\n"
    let pack = try Pack.yaml(yaml, name: "pack.yaml")
    #expect(pack.version == "1.10")
    #expect(pack.id == "no")
  }
}
