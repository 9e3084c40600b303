import Testing
import TrustEngine
import TrustRules
import TrustTestSupport

@Suite("Policies") struct PolicyTests {
  private static let screener = Result {
    try Screener.testing(
      """
      contexts: {negated: {before: 不能}}
      rules:
        - {id: a, edges: loose, find: 大蒜, confidence: 0.6, unless: negated}
        - {id: b, edges: loose, find: 漂白水, confidence: 0.9, severity: critical}
        - {id: c, edges: loose, find: 毒王, confidence: 0.9, category: stigmatising-language, kind: labelling}
        - {id: x, edges: loose, find: 白酒, confidence: 0.9, status: experimental}
      """
    )
  }

  private func decide(_ text: String, _ policy: Policy) throws -> Policy.Decision {
    policy.decide(try Self.screener.get().screen(text))
  }

  private static let house = Policy(
    id: "house",
    version: "1",
    block: [.init(category: .falseRemedy, severity: .critical, atLeast: 0.8)],
    review: [
      .init(category: .falseRemedy), .init(rule: "c"), .init(rule: "test/b", findings: 2),
      .init(atLeast: 0.95), .init(findings: 2, suppressedBy: ["negated"]),
    ]
  )

  @Test(
    "the most severe clause that holds decides, and all that hold are told",
    arguments: [
      ("好", .allow, []), ("大蒜", .review, ["review[0]"]),
      ("漂白水", .block, ["block[0]", "review[0]"]),
      ("毒王", .review, ["review[1]"]), ("漂白水。漂白水", .block, ["block[0]", "review[0]", "review[2]"]),
      ("不能大蒜", .allow, []), ("不能大蒜。不能大蒜", .review, ["review[4]"]), ("白酒", .allow, []),
    ] as [(String, Policy.Action, [String])]
  )
  func decides(_ row: (text: String, action: Policy.Action, clauses: [String])) throws {
    let decision = try decide(row.text, Self.house)
    #expect(decision.action == row.action)
    #expect(decision.because.map(\.clause) == row.clauses)
  }

  @Test("a reason names the findings it counted")
  func namesFindings() throws {
    let decision = try decide("毒王。大蒜。漂白水", Self.house)
    #expect(decision.because.map(\.findings) == [[2], [1, 2], [0]])
  }

  @Test("the standard policy reviews what is flagged, and nothing else")
  func standard() throws {
    #expect(try decide("大蒜", .standard).action == .review)
    #expect(try decide("白酒", .standard).action == .allow)
    #expect(try decide("好", .standard).because.isEmpty)
  }

  @Test("a partial report is never allowed unseen", arguments: Policy.Action.allCases)
  func seesPartial(action: Policy.Action) throws {
    let policy = Policy(id: "p", version: "1", onPartial: action)
    let bytes: [UInt8] = [0xFF]
    var scratch = Screener.Scratch()
    let report = try Self.screener.get().screen(utf8: bytes.span, using: &scratch)
    let decision = policy.decide(report)
    #expect(decision.action == max(action, .review))
    #expect(decision.because.map(\.clause) == ["on-partial"])
    #expect(decision.because.first?.notice?.code == "invalid-utf8")
  }

  @Test("nor when the action is set afterwards")
  func seesPartialAfterwards() {
    var policy = Policy.standard
    policy.onPartial = .allow
    #expect(policy.onPartial == .review)
  }
}
