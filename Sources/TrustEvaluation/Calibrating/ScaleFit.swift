internal import TrustEngine
internal import TrustRules

/// Fits what the scores of one category stand for in posts of one language.
struct ScaleFit {
  /// A post with the score that it got from what was learned on other posts.
  struct Point: Sendable {
    var post: ScoredPost
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
    scale.before = .init(points.map(\.post))
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

  private typealias Method = @Sendable ([ScoredPost]) -> Calibration.Curve

  private func scale(of points: [Point], by method: Method?) -> Calibration.Scale {
    let silent = points.filter { $0.post.score == 0 }
    return Calibration.Scale(
      category: category,
      language: language,
      posts: points.count,
      violating: points.count { $0.post.isTrue },
      silent: silent.count,
      missed: silent.count { $0.post.isTrue },
      curve: method?(points.map(\.post).filter { $0.score > 0 })
    )
  }

  /// How far probabilities are off on posts that neither scores nor curve were learned from.
  private func heldOut(_ method: @escaping Method) -> Calibration.Scale.HeldOut {
    let scales = (0..<Folds.count).map { fold in
      scale(of: points.filter { $0.fold != fold }, by: method)
    }
    return .init(
      points.map { point in
        ScoredPost(
          score: scales[point.fold].probability(of: point.post.score) ?? 0,
          isTrue: point.post.isTrue
        )
      }
    )
  }
}

extension Calibration.Scale.HeldOut {
  /// How far probabilities are from what came true.
  init(_ forecasts: [ScoredPost]) {
    let levels = Dictionary(grouping: forecasts, by: \.score).sorted { $0.key < $1.key }
    var (squares, distances) = (0.0, 0.0)
    var bin = (posts: 0, stated: 0.0, positives: 0.0)
    for (score, posts) in levels {
      let positives = Double(posts.count { $0.isTrue })
      squares += positives * (1 - score) * (1 - score)
      squares += (Double(posts.count) - positives) * score * score
      bin.posts += posts.count
      bin.stated += score * Double(posts.count)
      bin.positives += positives
      // Ten bins of about equally many posts; equal scores stay together.
      guard 10 * bin.posts >= forecasts.count || score == levels.last?.key else { continue }
      distances += abs(bin.stated - bin.positives)
      bin = (0, 0, 0)
    }
    let posts = Double(max(forecasts.count, 1))
    self.init(
      brier: (squares / posts).rounded(decimals: 4),
      calibrationError: (distances / posts).rounded(decimals: 4)
    )
  }
}
