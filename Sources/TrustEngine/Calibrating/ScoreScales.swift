internal import TrustRules

/// The scales of a calibration as the engine uses them.
struct ScoreScales: Sendable {
  private let scales: [PostLanguage: [Calibration.Scale]]
  /// For each language the scores of a post in which nothing was found: made once, so that a clean
  /// post costs no more memory than before.
  private let silent: [PostLanguage: [Category: CategoryScore]]

  /// Takes the scales that have curves; `nil` if none has.
  init?(_ calibration: Calibration) {
    let scales = Dictionary(
      grouping: calibration.scales.filter { $0.curve != nil },
      by: \.language
    )
    guard !scales.isEmpty else { return nil }
    self.scales = scales
    silent = scales.mapValues { Self.calibrated([:], by: $0) }
  }

  /// The scores of a post, each with what it stands for in a post of its language; categories in
  /// which nothing was found join with a score of 0.
  func calibrated(
    _ scores: [Category: CategoryScore],
    in language: PostLanguage?
  ) -> [Category: CategoryScore] {
    guard let language, let scales = scales[language] else { return scores }
    guard !scores.isEmpty else { return silent[language] ?? [:] }
    return Self.calibrated(scores, by: scales)
  }

  private static func calibrated(
    _ scores: [Category: CategoryScore],
    by scales: [Calibration.Scale]
  ) -> [Category: CategoryScore] {
    var scores = scores
    for scale in scales {
      var score = scores[scale.category] ?? CategoryScore(score: 0)
      score.calibrated = scale.probability(of: score.score)
      score.baseRate = scale.baseRate
      scores[scale.category] = score
    }
    return scores
  }
}
