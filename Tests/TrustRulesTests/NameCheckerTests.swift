import Testing

@testable import TrustRules

@Suite("Checking names") struct NameCheckerTests {
  @Test(
    "what a pack names must exist",
    arguments: [
      (rule(["find": "find: <remedies>"]), ["unknown-lexicon"]),
      (rule([:], "with: <remedies>"), ["unknown-lexicon"]),
      (rule([:], "unless: denied"), ["unknown-context"]),
      (rule([:], "soften: denied"), ["unknown-context"]),
      (
        rule([:], "unless: [{inside: <a>}, {near: <b>}, {between: <c>}]"),
        ["unknown-lexicon", "unknown-lexicon", "unknown-lexicon"]
      ),
      (rule(["guidance": "guidance: nowhere"]), ["missing-guidance"]),
      (header + "lexicons:\n  a: {zh: <b>}\n", ["unknown-lexicon"]),
      (
        header + "contexts:\n  c: {before: <b>, stops: <d>}\n",
        ["unknown-lexicon", "unknown-lexicon"]
      ),
      (header + "contexts:\n  c: {any-of: 'd'}\n", ["unknown-context"]),
      (rule(["find": "find: <number>"]), []),
    ]
  )
  func findsUnknownNames(_ row: (yaml: String, codes: [String])) {
    #expect(issues(row.yaml).map(\.code) == row.codes)
  }

  @Test("an unknown name in a list is told at its own column")
  func placesNamesInLists() {
    #expect(mistakes(header + "lexicons:\n  a: {zh: 甲、吃 <b>}\n") == ["7:15 unknown-lexicon"])
  }

  @Test("an unknown name in a rule is told where it is named")
  func placesNamesInRules() {
    #expect(mistakes(rule(["find": "find: 吃 <b>"])) == ["11:13 unknown-lexicon"])
    #expect(mistakes(rule([:], "soften: denied")) == ["15:13 unknown-context"])
  }

  @Test("a name that is nearly right gets a hint")
  func hints() {
    let yaml = rule(["find": "find: <remedi>"]) + "lexicons:\n  remedy: 大蒜\n"
    #expect(issues(yaml).map(\.hint) == ["did you mean “remedy”?"])
    #expect(issues(rule(["find": "find: <numbr>"])).map(\.hint) == ["did you mean “number”?"])
  }

  @Test(
    "a list that contains itself is told once for each list on the way",
    arguments: [
      ("a: <a>", 1), ("a: 甲、<b>\n  b: <a>", 2), ("a: <b>\n  b: <c>\n  c: (吃 <a>|乙)", 3),
      ("a: <b>\n  b: 甲", 0), ("a: <b>\n  b: <b>", 1), ("a: <b>、<c>\n  b: <d>\n  c: <d>\n  d: 甲", 0),
    ]
  )
  func findsListCycles(_ row: (lists: String, cycles: Int)) {
    let found = issues(header + "lexicons:\n  \(row.lists)\n")
    #expect(found.map(\.code) == Array(repeating: "lexicon-cycle", count: row.cycles))
  }

  @Test("a cycle is shown")
  func showsCycles() {
    let found = issues(header + "lexicons:\n  a: <b>\n  b: <a>\n")
    #expect(found.first?.message.contains("a → b → a") == true)
  }

  @Test(
    "a group that contains itself is told",
    arguments: [
      ("a: {any-of: 'a'}", ["context-cycle"]),
      ("a: {any-of: 'b'}\n  b: {any-of: 'a'}", ["context-cycle", "context-cycle"]),
      ("a: {any-of: 'b, c'}\n  b: {any-of: 'c'}\n  c: {before: 不}", []),
    ]
  )
  func findsGroupCycles(_ row: (contexts: String, codes: [String])) {
    #expect(issues(header + "contexts:\n  \(row.contexts)\n").map(\.code) == row.codes)
  }

  @Test(
    "the nearest name is a slip away, or none",
    arguments: [
      ("negatd", "negated"), ("negated", "negated"), ("ngeated", "negated"), ("xyz", nil),
      ("", nil),
    ]
  )
  func findsNearest(_ row: (name: String, nearest: String?)) {
    #expect(NearestName.of(row.name, in: ["negated", "debunked"]) == row.nearest)
  }
}
