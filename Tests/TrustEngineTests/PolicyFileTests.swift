import Testing
import TrustEngine
import TrustRuleFiles
import TrustRules

@Suite("Policies from YAML") struct PolicyFileTests {
  @Test("a policy says all that it can say")
  func readsAll() throws {
    let policy = try Policy.yaml(
      """
      policy: 1
      id: house
      version: 2026-11-02
      on-error: block
      on-partial: review
      count: stable
      block:
        - category: false-remedy
          severity: critical
          at-least: 0.8
      review:
        - rule: claim.forward-pressure
          findings: 2
        - suppressed-by: debunked, negated
          findings: 3
      allow: otherwise
      """,
      name: "house.yaml"
    )
    var expected = Policy(
      id: "house",
      version: "2026-11-02",
      block: [.init(category: .falseRemedy, severity: .critical, atLeast: 0.8)],
      review: [
        .init(rule: "claim.forward-pressure", findings: 2),
        .init(findings: 3, suppressedBy: ["debunked", "negated"]),
      ],
      onError: .block
    )
    expected.counts = [.stable]
    #expect(policy == expected)
  }

  @Test("every mistake is told, and nothing is ever allowed by mistake")
  func tellsMistakes() {
    let error = #expect(throws: PackError.self) {
      try Policy.yaml(
        """
        policy: 2
        id: house
        on-error: allow
        block:
          - severty: high
            at-least: 1.5
        """,
        name: "house.yaml"
      )
    }
    let codes = error?.issues.map { "\($0.line) \($0.code)" } ?? []
    #expect(
      codes == [
        "1 missing-key", "1 bad-format", "3 bad-value", "5 unknown-key", "6 bad-value",
      ]
    )
  }
}
