import Testing

@testable import TrustEvaluation
@testable import TrustRules

@Suite("Thresholds and reliability") struct ScoreTests {
  static func forecasts(_ scores: [(Double, Bool)]) -> [Forecast] {
    scores.map { Forecast(score: $0.0, isTrue: $0.1) }
  }

  static func counts(_ predicted: Int, _ right: Int, of labelled: Int) -> Counts {
    Counts(predicted: predicted, right: right, labelled: labelled, found: right)
  }

  let curve = ThresholdCurve(
    Self.forecasts([
      (0.5, false), (0.8, true), (0, true), (0.9, true), (0.8, false), (0, false),
    ])
  )

  // MARK: - Thresholds

  @Test("a curve has one point for each score, the highest first, and none for a score of 0")
  func points() {
    #expect(curve.points.map(\.threshold) == [0.9, 0.8, 0.5])
    #expect(
      curve.points.map(\.counts) == [
        Self.counts(1, 1, of: 3), Self.counts(3, 2, of: 3), Self.counts(4, 2, of: 3),
      ]
    )
    let third = 1.0 / 3
    let precisions: [Double?] = [1, 2 * third, 0.5]
    let recalls: [Double?] = [third, 2 * third, 2 * third]
    #expect(curve.points.map(\.counts.precision) == precisions)
    #expect(curve.points.map(\.counts.recall) == recalls)
  }

  @Test(
    "any threshold gives what is flagged from it on",
    arguments: [(0.95, 0, 0), (0.9, 1, 1), (0.85, 1, 1), (0.8, 3, 2), (0.3, 4, 2)]
  )
  func countsAt(_ threshold: Double, _ predicted: Int, _ right: Int) {
    #expect(curve.counts(at: threshold) == Self.counts(predicted, right, of: 3))
  }

  @Test("thresholds that change nothing share a row")
  func rows() {
    let rows = ThresholdRow.rows(of: [curve, ThresholdCurve([])])
    #expect(rows.map(\.name) == ["0.05–0.50", "0.55–0.80", "0.85–0.90", "0.95"])
    #expect(rows.map { $0.counts.map(\.predicted) } == [[4, 0], [3, 0], [1, 0], [0, 0]])
  }

  // MARK: - Reliability

  @Test("bins hold equally many posts, and at least five")
  func bins() {
    let scores = (0..<20).map { (Double($0) / 20, $0 >= 10) }
    let reliability = Reliability(Self.forecasts(scores.reversed()))
    #expect(reliability.bins.map(\.posts) == [5, 5, 5, 5])
    #expect(reliability.bins.map(\.labelled) == [0, 0, 5, 5])
    #expect(reliability.bins.map(\.scores) == [0...0.2, 0.25...0.45, 0.5...0.7, 0.75...0.95])
    for (bin, mean) in zip(reliability.bins, [0.1, 0.35, 0.6, 0.85]) {
      #expect(agree(bin.mean, mean))
    }
    #expect(
      reliability.bins[2].observed
        == Estimate(value: 1, interval: Jeffreys.interval(right: 5, of: 5))
    )
    // (5 · 0.1 + 5 · 0.35 + 5 · 0.4 + 5 · 0.15) / 20
    #expect(agree(reliability.calibrationError ?? 0, 0.25))
    // (0² + … + 9² + 1² + … + 10²) / 400 / 20
    #expect(agree(reliability.brier ?? 0, 0.08375))
  }

  @Test("there are ten bins where there are posts enough")
  func tenBins() {
    let scores = (1...100).map { (Double($0) / 100, $0 % 3 == 0) }
    #expect(
      Reliability(Self.forecasts(scores)).bins.map(\.posts) == Array(repeating: 10, count: 10)
    )
  }

  @Test("equal scores stay together, and a rest too small for a bin joins the one before")
  func ties() {
    let scores: [(Double, Bool)] =
      Array(repeating: (0, false), count: 10) + Array(repeating: (0, true), count: 2)
      + [(0.5, true), (0.5, false), (0.5, false)] + Array(repeating: (0.8, true), count: 4)
      + [(0.9, true), (0.9, false)]
    let reliability = Reliability(Self.forecasts(scores))
    #expect(reliability.bins.map(\.posts) == [12, 9])
    #expect(reliability.bins.map(\.labelled) == [2, 6])
    #expect(agree(reliability.bins[1].mean, 6.5 / 9))
    // (|0 − 2| + |6.5 − 6|) / 21
    #expect(agree(reliability.calibrationError ?? 0, 2.5 / 21))
    // (2 · 1 + 3 · 0.25 + 4 · 0.04 + 0.01 + 0.81) / 21
    #expect(agree(reliability.brier ?? 0, 3.73 / 21))
    #expect(reliability == Reliability(Self.forecasts(scores.reversed())))
  }

  @Test("without posts there is nothing to rely on")
  func noPosts() {
    let none = Reliability([])
    #expect(none.bins.isEmpty && none.calibrationError == nil && none.brier == nil)
  }

  // MARK: - The scores of posts

  @Test("the score that flags is the highest confidence that counts, in any category or in one")
  func flagging() {
    let rows = Evaluation([
      Sample("a b c d", .flag).labelled("a", .falseRemedy, "cure")
        .found("a", .falseRemedy, by: "r", confidence: 0.6)
        .found("b", .falseRemedy, by: "r", confidence: 0.3)
        .found("c", .unverifiedClaim, by: "r", confidence: 0.7)
        .found("d", .falseRemedy, by: "new", confidence: 0.9, status: .experimental),
      Sample("nothing", .pass),
    ]).overall.scores
    #expect(rows.map(\.category) == [nil] + Category.core)
    #expect(rows.map { $0.flagging.points.map(\.threshold) } == [[0.7], [0.6], [], [0.7]])
    #expect(rows.map { $0.flagging.points.map(\.counts.right) } == [[1], [1], [], [0]])
    #expect(rows.map(\.flagging.labelled) == [1, 1, 0, 0])
  }

  @Test("a calibrated score goes before the raw one, and a post without either has 0")
  func calibrated() {
    let rows = Evaluation([
      Sample("one", .flag, id: "1").labelled("one", .falseRemedy, "cure")
        .scored(.falseRemedy, 0.9, calibrated: 0.75).scored(.unverifiedClaim, 0.6),
      Sample("two", .pass, id: "2").scored(.falseRemedy, 0.5, calibrated: 0.25),
      Sample("three", .pass, id: "3").scored(.falseRemedy, 0, calibrated: 0.05),
    ]).overall.scores
    #expect(rows[1].scoring.points.map(\.threshold) == [0.75, 0.25, 0.05])
    #expect(rows.map(\.basis) == [.mixed, .calibrated, .raw, .raw])
    // (0.25² + 0.25² + 0.05²) / 3
    #expect(agree(rows[1].reliability.brier ?? 0, 0.1275 / 3))
    #expect(rows[3].scoring.points.map(\.threshold) == [0.6])
    #expect(rows[3].reliability.bins.map(\.posts) == [3])
    #expect(rows[0].scoring.points.map(\.threshold) == [0.75, 0.25, 0.05])
  }

  @Test("calibrated scores for some posts only are told as mixed")
  func mixed() {
    let rows = Evaluation([
      Sample("one", .pass, id: "1").scored(.falseRemedy, 0.9, calibrated: 0.75),
      Sample("two", .pass, id: "2"),
    ]).overall.scores
    #expect(rows[1].basis == .mixed)
  }
}
