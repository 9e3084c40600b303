internal import TrustEngine
public import TrustRules

extension Evaluation {
  /// What the scores of posts are worth, in one category or in any.
  public struct ScoreRow: Sendable, Hashable {
    /// What the scores of some posts are.
    public enum Basis: String, Sendable {
      /// Probabilities, by labelled posts.
      case calibrated
      /// The rules' own confidence: an ordering, not yet a probability.
      case raw
      /// Some of the one and some of the other, which should not be compared.
      case mixed
    }

    /// The category; `nil` for any.
    public var category: Category?
    /// By the score that flags a post: the highest confidence of a finding that counts.
    public var flagging: ThresholdCurve
    /// By the score of the category, calibrated where it is; of any category, by the highest.
    public var scoring: ThresholdCurve
    /// Whether the score of the category can be taken at its word.
    public var reliability: Reliability
    /// What the score of the category is.
    public var basis: Basis
  }
}

extension Evaluation.ScoreRow {
  init(category: Category?, judged: [ScreenedPost]) {
    func forecasts(_ score: (ScreenedPost) -> Double) -> [Forecast] {
      judged.map { Forecast(score: score($0), isTrue: $0.isLabelled(in: category)) }
    }
    let scoring = forecasts { $0.report.score(in: category) }
    self.category = category
    flagging = ThresholdCurve(forecasts { $0.report.confidence(in: category) })
    self.scoring = ThresholdCurve(scoring)
    reliability = Reliability(scoring)
    let calibrated = judged.count { $0.report.isCalibrated(in: category) }
    basis = calibrated == 0 ? .raw : calibrated == judged.count ? .calibrated : .mixed
  }
}

extension Report {
  /// The highest confidence of a finding that counts: the threshold up to which a post is flagged.
  fileprivate func confidence(in category: Category?) -> Double {
    findings.lazy.filter { $0.isFlag(atLeast: 0) && (category == nil || $0.category == category) }
      .map(\.confidence).max() ?? 0
  }

  /// The calibrated score of a category, or the raw one; 0 if there is neither.
  fileprivate func score(in category: Category?) -> Double {
    scores(in: category).map { $0.calibrated ?? $0.score }.max() ?? 0
  }

  /// Whether `score` is a probability by labelled posts.
  fileprivate func isCalibrated(in category: Category?) -> Bool {
    let scores = scores(in: category)
    return !scores.isEmpty && scores.allSatisfy { $0.calibrated != nil }
  }

  private func scores(in category: Category?) -> [CategoryScore] {
    guard let category else { return Array(categories.values) }
    return categories[category].map { [$0] } ?? []
  }
}
