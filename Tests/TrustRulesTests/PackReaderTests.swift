import Testing
import TrustRuleFiles

@testable import TrustRules

@Suite("Reading packs") struct PackReaderTests {
  @Test("a pack without mistakes has none")
  func reads() {
    #expect(mistakes(rule()) == [])
  }

  @Test(
    "a mistake in a rule is told with its place",
    arguments: [
      (rule(["id": "id: Garlic Rule"]), ["7:9 bad-id"]),
      (rule(["category": ""]), ["7:9 missing-key"]),
      (rule(["kind": ""]), ["7:9 missing-key"]),
      (rule(["severity": ""]), ["7:9 missing-key"]),
      (rule(["message": ""]), ["7:9 missing-key"]),
      (rule(["guidance": ""]), ["7:9 missing-guidance"]),
      (rule(["examples": ""]), ["7:9 missing-examples"]),
      (rule(["find": ""]), ["7:9 missing-key"]),
      (rule([:], "swap: {zh: {甲: 乙}}"), ["7:9 missing-key"]),
      (rule(["kind": "kind: naming"]), ["9:11 bad-value"]),
      (rule(["severity": "severity: hihg"]), ["10:15 bad-value"]),
      (rule([:], "confidence: 1.5"), ["15:17 bad-value"]),
      (rule([:], "confidence: nan"), ["15:17 bad-value"]),
      (rule([:], "status: done"), ["15:13 bad-value"]),
      (rule([:], "edges: tight"), ["15:12 bad-value"]),
      (rule([:], "in: page"), ["15:9 bad-value"]),
      (rule([:], "fold: everything"), ["15:11 bad-value"]),
      (rule([:], "unles: negated"), ["15:5 unknown-key"]),
      (rule(["message": "message: {zh: 甲}"]), ["12:14 missing-language"]),
      (rule(["message": "message: 甲"]), ["12:14 wrong-type", "12:14 missing-language"]),
      (rule(["find": "find: 大蒜 ..."]), ["11:14 bad-pattern"]),
      (rule(["find": "find: 大蒜 ...99 药"]), ["11:14 limit-exceeded"]),
      (rule(["find": "find: [大蒜, (甲]"]), ["11:16 bad-pattern"]),
      (rule(["find": "find: [[大蒜]]"]), ["11:12 wrong-type"]),
      (rule(["find": "swap: {fr: {甲: 乙}}"]), ["11:12 unknown-key"]),
      (rule(["find": "swap: {zh: 甲}"]), ["11:16 wrong-type"]),
      (rule([:], "unless: [{outside: 甲}]"), ["15:14 missing-key", "15:15 unknown-key"]),
      (rule(["examples": "examples: {flags: 大蒜}"]), ["14:16 unknown-key"]),
      (rule(["examples": "examples: {flag: [大蒜]}"]), ["14:22 wrong-type"]),
      (rule(["examples": "examples: {pass: 大蒜}"]), ["14:22 wrong-type"]),
    ]
  )
  func placesRuleMistakes(_ row: (yaml: String, mistakes: [String])) {
    #expect(mistakes(row.yaml) == row.mistakes)
  }

  @Test(
    "a mistake in a pack is told with its place",
    arguments: [
      ("pack: a\nversion: 1\n", ["1:1 missing-key"]),
      ("trustscreen: 2\npack: a\nversion: 1\n", ["1:14 bad-format"]),
      ("trustscreen: 1\npack: a\nversion: 1\ndefault: maybe\n", ["4:10 bad-value"]),
      ("trustscreen: 1\nversion: 1\n", ["1:1 missing-key"]),
      ("trustscreen: 1\npack: A\nversion: 1\n", ["2:7 bad-id"]),
      ("trustscreen: 1\npack: a\n", ["1:1 missing-key"]),
      ("trustscreen: 1\npack: a\nversion: 1\nrule: []\n", ["4:1 unknown-key"]),
      (header + "rules: 大蒜\n", ["6:8 wrong-type"]),
      (header + "rules: [大蒜]\n", ["6:9 wrong-type", "6:9 missing-key"]),
      (header + "lexicons: [甲]\n", ["6:11 wrong-type"]),
      (header + "lexicons:\n  a b: 甲\n", ["7:3 bad-id"]),
      (header + "lexicons:\n  a: {fr: 甲}\n", ["7:7 unknown-key"]),
      (header + "lexicons:\n  a: {zh: {甲: 乙}}\n", ["7:11 wrong-type"]),
      (header + "lexicons:\n  a: {zh: 甲、(乙、丙}\n", ["7:13 bad-pattern"]),
      (header + "contexts:\n  c: {reach: clause}\n", ["7:3 empty-context"]),
      (header + "contexts:\n  c: {before: 不, reach: word}\n", ["7:25 bad-value"]),
      (header + "contexts:\n  c: {before: 不, effect: kill}\n", ["7:26 bad-value"]),
      (header + "contexts:\n  c: {before: 不, frame: maybe}\n", ["7:25 bad-value"]),
      (header + "contexts:\n  c: {before: 不, within: 101}\n", ["7:26 bad-value"]),
      (header + "contexts:\n  c: {hit-in: dream}\n", ["7:3 empty-context", "7:15 bad-value"]),
      (header + "contexts:\n  c: {before: 不, cue-in: post}\n", ["7:26 bad-value"]),
    ]
  )
  func placesPackMistakes(_ row: (yaml: String, mistakes: [String])) {
    #expect(mistakes(row.yaml) == row.mistakes)
  }

  @Test("all mistakes are told at once, in the order of the file")
  func tellsAll() {
    let yaml = """
      trustscreen: 1
      pack: Test
      lexicons:
        a: {zh: '甲、(乙'}
      rules:
        - id: r
          category: false-remedy
          severity: hihg
          find: <b>
          message: {zh: 甲}
          guidance: nowhere
      """
    let codes = Set(issues(yaml).map(\.code))
    #expect(
      codes == [
        "bad-id", "missing-key", "bad-pattern", "bad-value", "unknown-lexicon",
        "missing-language", "missing-guidance", "missing-examples",
      ]
    )
    let places = issues(yaml).map { ($0.line, $0.column) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("a slip gets a hint at what was meant")
  func hints() {
    #expect(issues(rule(["severity": "severity: hig"])).map(\.hint) == ["did you mean “high”?"])
    #expect(issues(rule([:], "unles: x")).map(\.hint) == ["did you mean “unless”?"])
    let far = issues(rule(["severity": "severity: terrible"])).first?.hint
    #expect(far == "one of: info, low, medium, high, critical")
  }

  @Test("what stands twice is told, in one file or in two")
  func findsRepetitions() {
    let twice = header + "lexicons:\n  a: 甲\nrules: []\n"
    #expect(mistakes(twice) == [])
    let (first, _) = YAMLSource.read(twice, file: "pack.yaml")
    let (second, _) = YAMLSource.read("lexicons:\n  b: 乙\n  a: 丙\n", file: "more.yaml")
    let files = [first, second].compactMap { $0 }
    let found = Pack.check(files: files, used: [], digest: "").issues
    #expect(found.map { "\($0.file):\($0.line) \($0.code)" } == ["more.yaml:3 duplicate-key"])
    let rules = rule() + rule().split(separator: "\n").dropFirst(6).joined(separator: "\n")
    #expect(issues(rules).map(\.code) == ["id-reused"])
  }

  @Test("contexts and sources that stand in two files are told too")
  func findsRepetitionsOfContexts() {
    let more = "contexts:\n  c: {before: 不}\nguidance:\n  source: {zh: 甲, en: a}\n"
    let (first, _) = YAMLSource.read(header + "contexts:\n  c: {before: 没}\n", file: "pack.yaml")
    let (second, _) = YAMLSource.read(more, file: "more.yaml")
    let files = [first, second].compactMap { $0 }
    let found = Pack.check(files: files, used: [], digest: "").issues
    #expect(
      found.map { "\($0.file):\($0.line) \($0.code)" }
        == ["more.yaml:2 duplicate-key", "more.yaml:4 duplicate-key"]
    )
  }

  @Test("a mistake in quoted text is told at its own column")
  func placesPatternsInQuotes() {
    #expect(mistakes(rule(["find": "find: '药 (甲'"])) == ["11:14 bad-pattern"])
  }

  @Test("a mistake in a block of patterns is told with its own line")
  func placesPatternsInBlocks() {
    let yaml = rule(["find": "find: |\n      大蒜\n      (醋"])
    #expect(mistakes(yaml) == ["13:7 bad-pattern"])
  }

  @Test("a list is limited however it is written")
  func limitsLists() {
    let words = Array(repeating: "甲", count: 50_001).joined(separator: "、")
    #expect(mistakes(header + "lexicons:\n  a: {zh: \(words)}\n") == ["7:6 limit-exceeded"])
    #expect(mistakes(header + "lexicons:\n  a: \(words)\n") == ["7:6 limit-exceeded"])
  }

  @Test("words that must be in one place cannot be in any order")
  func refusesOrderInLists() {
    #expect(mistakes(header + "lexicons:\n  a: {zh: 甲 & 乙}\n") == ["7:11 bad-pattern"])
  }

  @Test("more than 64 patterns are too many for a rule")
  func limitsPatterns() {
    let patterns = (0..<65).map { "药\($0)" }
    #expect(
      mistakes(rule(["find": "find: [\(patterns.joined(separator: ", "))]"]))
        == ["7:9 limit-exceeded"]
    )
    #expect(
      mistakes(rule(["find": "find: [\(patterns.dropLast().joined(separator: ", "))]"])) == []
    )
  }
}
