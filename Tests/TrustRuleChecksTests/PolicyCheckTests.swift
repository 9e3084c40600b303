import Testing
import TrustEngine
import TrustRuleChecks
import TrustRuleFiles
import TrustRules

@Suite("Checking policies") struct PolicyCheckTests {
  private func codes(_ clauses: String, isCalibrated: Bool = true) throws -> [String] {
    let pack = try Pack.yaml(
      """
      trustscreen: 1
      pack: small
      version: 2026.1.0
      guidance: {source: {zh: 依据, en: A source}}
      rules:
        - {id: onion, category: false-remedy, kind: cure, severity: high, confidence: 0.8, find: {zh: 洋葱},
           message: {zh: 不可信, en: Do not trust it}, guidance: source, examples: {flag: <<洋葱>>}}
        - {id: rumour, category: unverified-claim, kind: rumour, severity: low, status: experimental,
           find: {zh: 听说}, message: {zh: 不可信, en: Do not trust it}, guidance: source,
           examples: {flag: <<听说>>}}
      """,
      name: "small.yaml"
    )
    let policy = try Policy.yaml("policy: 1\nid: p\nversion: 1\n\(clauses)", name: "p.yaml")
    let rules = try Screener(packs: [pack]).rules
    return PolicyCheck(rules: rules, isCalibrated: isCalibrated, file: "p.yaml").issues(of: policy)
      .map(\.code)
  }

  @Test(
    "doubtful clauses are told",
    arguments: [
      ("review: [{category: false-remedy}]", []),
      ("review: [{category: stigmatising-language}]", ["never-holds"]),
      ("review: [{rule: small/garlic}]", ["never-holds"]),
      ("review: [{category: false-remedy, severity: critical}]", ["never-holds"]),
      ("review: [{at-least: 0.9}]", ["never-holds"]),
      ("review: [{category: unverified-claim}]", ["never-holds"]),
      ("count: experimental\nreview: [{category: unverified-claim, at-least: 0.1}]", []),
      ("ignore: [onion]\nreview: [{category: false-remedy}]", ["never-holds"]),
      ("thresholds: {false-remedy: 0.9}\nreview: [{category: false-remedy}]", ["never-holds"]),
      ("block: [{at-least: 0.7}]", ["blocks-uncalibrated"]),
      ("block: [{calibrated-at-least: 0.7}]", []),
      ("review: [{at-least: 0.5}, {at-least: 0.6, category: false-remedy}]", ["overlap"]),
      ("review: [{at-least: 0.6, category: false-remedy}, {at-least: 0.5}]", []),
      ("review: [{suppressed-by: negated, findings: 3}, {at-least: 0.5}]", []),
    ]
  )
  func tells(_ clauses: String, _ expected: [String]) throws {
    #expect(try codes(clauses) == expected)
  }

  @Test("a clause that needs a calibration is told where there is none")
  func needsCalibration() throws {
    #expect(
      try codes("review: [{calibrated-at-least: 0.5}]", isCalibrated: false) == ["not-calibrated"]
    )
  }
}
