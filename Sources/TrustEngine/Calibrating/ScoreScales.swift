internal import TrustRules

/// The scales of a calibration as the engine uses them.
struct ScoreScales: Sendable {
  /// The scales of a language, and the scores of a post in which nothing was found: made once, so that a
  /// clean post costs no more memory than before.
  private struct Language: Sendable {
    let scales: [Calibration.Scale]
    let silent: [Category: CategoryScore]
  }

  private let zh: Language?
  private let en: Language?

  /// Takes the scales that have curves; `nil` if none has.
  init?(_ calibration: Calibration) {
    let scales = Dictionary(
      grouping: calibration.scales.filter { $0.curve != nil },
      by: \.language
    )
    guard !scales.isEmpty else { return nil }
    zh = scales[.zh].map(Self.language)
    en = scales[.en].map(Self.language)
  }

  private static func language(_ scales: [Calibration.Scale]) -> Language {
    var silent: [Category: CategoryScore] = [:]
    for scale in scales {
      var score = CategoryScore(score: 0, findings: [])
      calibrate(&score, by: scale)
      silent[scale.category] = score
    }
    return Language(scales: scales, silent: silent)
  }

  /// The scores of a post, each with what it stands for in a post of its language; categories in
  /// which nothing was found join with a score of 0.
  func calibrated(
    _ scores: [Category: CategoryScore],
    in language: PostLanguage?
  ) -> [Category: CategoryScore] {
    // PERF: asked for every post, so that no dictionary is looked into.
    let known: Language? =
      switch language {
      case .zh: zh
      case .en: en
      case nil: nil
      }
    guard let known else { return scores }
    var all = known.silent
    for (category, var score) in scores {
      if let scale = known.scales.last(where: { $0.category == category }) {
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
