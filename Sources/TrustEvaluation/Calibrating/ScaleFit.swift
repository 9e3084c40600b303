internal import TrustEngine
internal import TrustRules

/// Fits what the scores of one category stand for in posts of one language.
struct ScaleFit {
  /// A post with the score that it got from what was learned on other posts.
  struct Point: Sendable {
    var forecast: Forecast
    var fold: Int
  }

  /// The least posts, violating posts, and scored posts for any curve.
  ///
  /// The last is not a matter of the set but of the rules: a curve through a handful of scores tells
  /// nothing.
  static let least = (posts: 200, violating: 50, scored: 20)
  /// The least posts and violating posts for isotonic regression.
  static let leastForIsotonic = (posts: 1000, violating: 200)

  var category: Category
  var language: PostLanguage
  var points: [Point]

  /// The scale, with the curve that counts and held-out errors speak for.
  func scale() -> Calibration.Scale {
    var scale = scale(of: points, by: nil)
    guard Self.obstacle(to: scale) == nil else { return scale }
    var best = (method: PlattFit.curve, errors: heldOut(PlattFit.curve))
    if scale.posts >= Self.leastForIsotonic.posts,
      scale.violating >= Self.leastForIsotonic.violating
    {
      let errors = heldOut(IsotonicFit.curve)
      if errors.brier < best.errors.brier { best = (IsotonicFit.curve, errors) }
    }
    scale.curve = self.scale(of: points, by: best.method).curve
    scale.before = .init(points.map(\.forecast))
    scale.after = best.errors
    return scale
  }

  /// Why no curve can be fitted, or `nil` if one can.
  static func obstacle(to scale: Calibration.Scale) -> String? {
    let passing = scale.posts - scale.violating
    let scored = scale.posts - scale.silent
    if scale.posts < least.posts { return "\(scale.posts) posts of \(least.posts) needed" }
    if scale.violating < least.violating {
      return "\(scale.violating) posts that violate of \(least.violating) needed"
    }
    if passing < least.violating {
      return "\(passing) posts that do not violate of \(least.violating) needed"
    }
    if scored < least.scored {
      return "\(scored) posts in which rules found something of \(least.scored) needed"
    }
    return nil
  }

  // MARK: -

  private typealias Method = @Sendable ([Forecast]) -> Calibration.Curve

  private func scale(of points: [Point], by method: Method?) -> Calibration.Scale {
    let silent = points.filter { $0.forecast.score == 0 }
    return Calibration.Scale(
      category: category,
      language: language,
      posts: points.count,
      violating: points.count { $0.forecast.isTrue },
      silent: silent.count,
      missed: silent.count { $0.forecast.isTrue },
      curve: method?(points.map(\.forecast).filter { $0.score > 0 })
    )
  }

  /// How far probabilities are off on posts that neither scores nor curve were learned from.
  private func heldOut(_ method: @escaping Method) -> Calibration.Scale.HeldOut {
    let scales = (0..<Folds.count).map { fold in
      scale(of: points.filter { $0.fold != fold }, by: method)
    }
    return .init(
      points.map { point in
        Forecast(
          score: scales[point.fold].probability(of: point.forecast.score) ?? 0,
          isTrue: point.forecast.isTrue
        )
      }
    )
  }
}

extension Calibration.Scale.HeldOut {
  /// How far probabilities are from what came true.
  init(_ forecasts: [Forecast]) {
    let reliability = Reliability(forecasts)
    self.init(
      brier: (reliability.brier ?? 0).rounded(decimals: 4),
      calibrationError: (reliability.calibrationError ?? 0).rounded(decimals: 4)
    )
  }
}
