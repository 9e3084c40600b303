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
    silent = scales.mapValues { scales in
      var scores: [Category: CategoryScore] = [:]
      for scale in scales {
        var score = CategoryScore(score: 0, findings: [])
        Self.calibrate(&score, by: scale)
        scores[scale.category] = score
      }
      return scores
    }
  }

  /// The scores of a post, each with what it stands for in a post of its language; categories in
  /// which nothing was found join with a score of 0.
  func calibrated(
    _ scores: [Category: CategoryScore],
    in language: PostLanguage?
  ) -> [Category: CategoryScore] {
    guard let language, let scales = scales[language], let silent = silent[language] else {
      return scores
    }
    var all = silent
    for (category, var score) in scores {
      if let scale = scales.last(where: { $0.category == category }) {
        Self.calibrate(&score, by: scale)
      }
      all[category] = score
    }
    return all
  }

  private static func calibrate(_ score: inout CategoryScore, by scale: Calibration.Scale) {
    score.calibrated = scale.probability(of: score.score)
    score.baseRate = scale.baseRate
  }
}
