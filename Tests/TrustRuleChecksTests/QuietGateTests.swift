import Testing
import TrustEngine
import TrustRuleChecks
import TrustRuleFiles
import TrustRules

/// A pack of three rules: one that ordinary posts trip, its twin, and one that they do not.
private func pack(noisyStatus: String = "test") throws -> Pack {
  func rule(_ id: String, _ find: String, _ status: String) -> String {
    """
      - id: \(id)
        category: false-remedy
        kind: cure
        severity: low
        status: \(status)
        find: \(find)
        message: {zh: 甲, en: a}
        guidance: source
        examples: {flag: x}

    """
  }
  return try Pack.yaml(
    """
    trustscreen: 1
    pack: gate
    version: 2026.1.0
    guidance:
      source: {zh: 依据, en: A source}
    rules:
    \(rule("noisy", "(茶|tea)", noisyStatus))
    \(rule("twin", "(茶|tea)", noisyStatus))
    \(rule("strict", "tea cures flu", "test"))
    """,
    name: "gate.yaml"
  )
}

@Suite("The quiet gate") struct QuietGateTests {
  private static let chat = [
    "今天的茶很好喝", "The tea was lovely", "我们去了公园", "She went to the office",
    "他的车坏了", "Rain all day, and more to come", "下午喝了茶", "What is for dinner?",
    "Tea and toast", "A cup of tea",
  ]

  private func issues(
    _ pack: Pack,
    _ posts: [String] = chat,
    most: Double = 2
  ) throws -> [PackError.Issue] {
    var gate = try QuietGate([pack], mostPerTenThousand: most)
    var scratch = Screener.Scratch()
    for (index, text) in posts.enumerated() {
      gate.add(Post(text: text), at: "post \(index + 1)", using: &scratch)
    }
    return gate.issues()
  }

  @Test("a rule that speaks up in ordinary posts is an error, with its rate and first place")
  func catchesNoisyRule() throws {
    let found = try issues(pack()).filter { $0.code == "quiet-hits" }
    #expect(found.map(\.isWarning) == [false, false])
    let first = try #require(found.first)
    #expect(first.message.contains("“noisy” speaks up in 5 of 10 quiet posts (5000 of 10,000)"))
    #expect(first.message.contains("post 1, “茶”"))
    #expect(first.line > 0)
  }

  @Test("an experimental rule that is noisy is a warning, as it flags nothing")
  func forgivesExperimentalRule() throws {
    let found = try issues(pack(noisyStatus: "experimental")).filter { $0.code == "quiet-hits" }
    #expect(found.map(\.isWarning) == [true, true])
  }

  @Test("rules that speak up in the same posts are a warning that names both")
  func findsTwins() throws {
    let found = try issues(pack()).filter { $0.code == "same-hits" }
    #expect(found.count == 1)
    #expect(found.first?.isWarning == true)
    #expect(found.first?.message.contains("“twin”") == true)
    #expect(found.first?.message.contains("gate/noisy") == true)
  }

  @Test("a rate that is allowed is no issue")
  func allowsWhatIsAllowed() throws {
    #expect(try issues(pack(), most: 5_000).filter { $0.code == "quiet-hits" }.isEmpty)
    #expect(try issues(pack(), most: 4_999).filter { $0.code == "quiet-hits" }.count == 2)
  }

  @Test(
    "a gate that does not notice the planted rule says that it is broken",
    arguments: [[], ["Привет", "🙂"]]
  )
  func provesItself(_ posts: [String]) throws {
    let found = try issues(pack(), posts)
    #expect(found.map(\.code) == ["gate-broken"])
    #expect(found.first?.isWarning == false)
  }
}
