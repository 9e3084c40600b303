import Testing
import TrustRuleFiles
import TrustRules
import TrustTestSupport
import TrustText

@testable import TrustEngine

@Suite("Base rates") struct PrevalenceTests {
  private static let yaml = """
    contexts: {soft: {before: 听说, effect: soften}}
    rules:
      - {id: a, edges: loose, find: 大蒜, confidence: 0.8, unless: soft}
      - {id: s, edges: loose, find: 毒王, confidence: 0.9, category: stigmatising-language, kind: labelling}
    """

  private static func screener(_ scales: [Calibration.Scale]) throws -> Screener {
    let packs = [try TestPack.pack(yaml)]
    let plain = try Screener(packs: packs)
    guard !scales.isEmpty else { return plain }
    let calibration = SampleCalibration.calibration(for: plain, scales: scales)
    return try Screener(packs: packs, calibration: calibration)
  }

  private static func remedies() throws -> Screener {
    try screener([SampleCalibration.scale("false-remedy", .zh, .platt(a: 1, b: 0))])
  }

  @Test(
    "a probability shifts in log-odds with the share of violations",
    arguments: [
      (0.8, 0.5, 0.01, 0.0388349514563), (0.5, 0.2, 0.5, 0.8), (0.5, 0.5, 0.2, 0.2),
      (0.9, 0.25, 0.25, 0.9), (0, 0.3, 0.01, 0), (1, 0.3, 0.01, 1), (0.4, 0.3, 0, 0),
    ]
  )
  func shifts(_ row: (p: Double, from: Double, to: Double, shifted: Double)) {
    let shifted = LogOdds.shift(row.p, from: row.from, to: row.to)
    #expect(abs(shifted - row.shifted) < 1e-12)
  }

  @Test(
    "a shift at the same rate changes nothing, and a shift back undoes it",
    arguments: Seeds.all
  )
  func isReversible(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let p = Double.random(in: 0...1, using: &random)
      let a = Double.random(in: 0.001...0.9, using: &random)
      let b = Double.random(in: 0.001...0.9, using: &random)
      #expect(LogOdds.shift(p, from: a, to: a) == p)
      #expect(abs(LogOdds.shift(LogOdds.shift(p, from: a, to: b), from: b, to: a) - p) < 1e-9)
      let logOdds = LogOdds.of(p) + LogOdds.of(b) - LogOdds.of(a)
      #expect(abs(LogOdds.shift(p, from: a, to: b) - LogOdds.probability(logOdds)) < 1e-5)
    }
  }

  @Test(
    "a clause reads the calibrated score at the policy's base rate, whatever the findings' own",
    arguments: [
      // 0.8 at 1 in 4; its odds of 4 fall to 12/99 where 1 in 100 violates: 0.1081.
      ("大蒜", nil, 0.79, true), ("大蒜", nil, 0.81, false), ("大蒜", 0.01, 0.107, true),
      ("大蒜", 0.01, 0.109, false), ("听说大蒜", nil, 0.39, true), ("听说大蒜", nil, 0.41, false),
      ("今天天气好", nil, 0.01, false),
    ]
  )
  func reads(_ row: (text: String, rate: Double?, atLeast: Double, holds: Bool)) throws {
    let clause = Policy.Clause(category: .falseRemedy, calibratedAtLeast: row.atLeast)
    let policy = Policy(id: "p", version: "1", block: [clause], baseRate: row.rate)
    let decision = policy.decide(try Self.remedies().screen(row.text))
    #expect(decision.action == (row.holds ? .block : .allow))
    #expect(decision.assumedBaseRate == row.rate)
  }

  @Test("a post has a probability to miss, and its score states the rate it assumes")
  func shiftsSilence() throws {
    let report = try Self.remedies().screen("今天天气好")
    let score = try #require(report.categories[.falseRemedy])
    #expect(score.calibrated(atBaseRate: nil) == score.calibrated)
    #expect(score.calibrated(atBaseRate: 0.25) == score.calibrated)
    #expect(try #require(score.calibrated(atBaseRate: 0.01)) < 0.002)
  }

  @Test(
    "without a calibration such a clause asks for review of what it might hold for, and says why"
  )
  func asksForReview() throws {
    let clause = Policy.Clause(category: .falseRemedy, calibratedAtLeast: 0.8)
    let policy = Policy(id: "p", version: "1", block: [clause])
    let screener = try Self.screener([])
    let decision = policy.decide(screener.screen("大蒜"))
    #expect(decision.action == .review)
    #expect(decision.because.map(\.clause) == ["block[0]"])
    #expect(decision.because.map(\.findings) == [[0]])
    #expect(decision.because.first?.notice?.code == "not-calibrated")
    #expect(policy.decide(screener.screen("毒王")).action == .allow)
    #expect(policy.decide(screener.screen("今天天气好")).action == .allow)
  }

  @Test("a clause on any category holds for those that are calibrated, and asks about the others")
  func mixesCategories() throws {
    let policy = Policy(id: "p", version: "1", block: [.init(calibratedAtLeast: 0.5)])
    let screener = try Self.remedies()
    #expect(policy.decide(screener.screen("大蒜。毒王")).action == .block)
    #expect(policy.decide(screener.screen("毒王")).because.first?.notice?.code == "not-calibrated")
    let strict = Policy(id: "p", version: "1", block: [.init(calibratedAtLeast: 0.9)])
    #expect(strict.decide(screener.screen("大蒜。毒王")).because.map(\.findings) == [[1]])
    #expect(strict.decide(screener.screen("大蒜")).action == .allow)
  }

  @Test("a policy's file states base rate and calibrated thresholds")
  func readsPolicy() throws {
    let policy = try Policy.yaml(
      """
      policy: 1
      id: feed
      version: 1
      base-rate: 0.01
      review:
        - {category: false-remedy, calibrated-at-least: 0.8}
        - {calibrated-at-least: 0.6, at-least: 0.5}
      """,
      name: "feed.yaml"
    )
    #expect(policy.baseRate == 0.01)
    #expect(policy.review.map(\.calibratedAtLeast) == [0.8, 0.6])
    #expect(policy.review.map(\.atLeast) == [0, 0.5])
  }

  @Test("impossible rates, and thresholds where there is no score, are told")
  func tellsMistakes() {
    let error = #expect(throws: PackError.self) {
      try Policy.yaml(
        """
        policy: 1
        id: feed
        version: 1
        base-rate: 1.5
        review:
          - {calibrated-at-least: 0.8, suppressed-by: negated}
          - {calibrated-at-least: 80}
        """,
        name: "feed.yaml"
      )
    }
    let codes = error?.issues.map { "\($0.line) \($0.code)" } ?? []
    #expect(codes == ["4 bad-value", "6 bad-value", "7 bad-value"])
  }
}
