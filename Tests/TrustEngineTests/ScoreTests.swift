import Testing
import TrustEngine
import TrustRules
import TrustTestSupport

@Suite("Scores") struct ScoreTests {
  private static let screener = Result {
    try Screener.testing(
      """
      contexts: {soft: {before: 听说, effect: soften}}
      rules:
        - {id: a, edges: loose, find: 大蒜, confidence: 0.5, unless: soft}
        - {id: b, edges: loose, find: 生姜, confidence: 0.6, severity: critical}
        - {id: c, edges: loose, find: 香醋, confidence: 0.9}
        - {id: x, edges: loose, find: 白酒, confidence: 0.9, status: experimental}
        - {id: d, edges: loose, find: 偏方, confidence: 0.8, category: unverified-claim, kind: rumour}
        - {id: o, edges: loose, find: 旧方, status: deprecated}
      """
    )
  }

  private func score(_ text: String, _ category: TrustRules.Category = .falseRemedy) throws
    -> Double?
  {
    try Self.screener.get().screen(text).categories[category]?.score
  }

  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

  @Test(
    "findings that share a sentence or a rule are one piece of evidence",
    arguments: [
      ("大蒜", 0.5), ("大蒜大蒜大蒜", 0.5), ("大蒜。大蒜。大蒜", 0.5), ("大蒜生姜", 0.6), ("大蒜。生姜", 0.8),
      ("大蒜。生姜。大蒜生姜", 0.6), ("听说大蒜", 0.25), ("听说大蒜。生姜", 0.7), ("大-蒜", 0.45),
      ("大蒜\n生姜\n香醋", 1 - 0.5 * 0.4 * 0.1),
    ]
  )
  func clusters(_ row: (text: String, score: Double)) throws {
    #expect(isNear(try score(row.text), row.score), "\(row.text)")
  }

  @Test("sentences of different fields are different sentences")
  func partsFields() throws {
    let post = Post(fields: [.init(name: "title", text: "大蒜"), .init(name: "text", text: "生姜")])
    let report = try Self.screener.get().screen(post)
    #expect(isNear(report.categories[.falseRemedy]?.score, 0.8))
  }

  @Test("no evidence of wording is certain")
  func caps() throws {
    let rules = (0..<4).map { "- {id: r\($0), find: word\($0), confidence: 0.9}" }
    let screener = try Screener.testing("rules:\n  \(rules.joined(separator: "\n  "))")
    let report = screener.screen("word0\nword1\nword2\nword3")
    #expect(report.findings.count == 4)
    #expect(report.categories[.falseRemedy]?.score == 0.99)
  }

  @Test("experimental rules report and do not count, deprecated ones do not run")
  func countsByStatus() throws {
    let report = try Self.screener.get().screen("白酒。旧方")
    #expect(report.findings.map(\.rule.name) == ["x"])
    #expect(report.findings.map(\.status) == [.experimental])
    #expect(!report.isFlagged())
    #expect(report.categories[.falseRemedy]?.score == 0)
    #expect(isNear(try score("大蒜。白酒"), 0.5))
  }

  @Test("a category's severity is its worst, beside the score")
  func keepsSeverity() throws {
    let report = try Self.screener.get().screen("大蒜。生姜。偏方")
    let remedy = try #require(report.categories[.falseRemedy])
    #expect(remedy.severity == .critical)
    #expect(remedy.findings.map { report.findings[$0].rule.name } == ["a", "b"])
    #expect(report.categories[.unverifiedClaim]?.severity == .high)
    #expect(remedy.calibrated == nil)
  }

  @Test(
    "the top category has the highest score, of equals the one that hurts more",
    arguments: [
      ("大蒜。偏方", TrustRules.Category.unverifiedClaim), ("大蒜。生姜。偏方", .falseRemedy),
      ("香醋。偏方", .falseRemedy),
      ("好", nil),
    ]
  )
  func findsTop(_ row: (text: String, top: TrustRules.Category?)) throws {
    #expect(try Self.screener.get().screen(row.text).top == row.top)
  }

  @Test(
    "a post is flagged at a probability of one half, or as asked",
    arguments: [("大蒜", 0.5, true), ("听说大蒜", 0.5, false), ("听说大蒜", 0.25, true), ("大蒜", 0.6, false)]
  )
  func flags(_ row: (text: String, threshold: Double, isFlagged: Bool)) throws {
    let report = try Self.screener.get().screen(row.text)
    #expect(report.isFlagged(atLeast: row.threshold) == row.isFlagged)
    #expect(report.isFlagged(in: .falseRemedy, atLeast: row.threshold) == row.isFlagged)
    #expect(!report.isFlagged(in: .unverifiedClaim, atLeast: row.threshold))
  }
}
