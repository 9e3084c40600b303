public import TrustEngine
public import TrustRules

/// Fits a calibration of some packs to labelled posts.
///
/// Nothing is judged by what it was learned from: posts are parted into five folds that keep
/// near-duplicates together, rules are weighed by the other folds, and curves are fitted to the
/// scores which that gives.
///
/// ```swift
/// let fit = try Calibrator(packs: packs).fit(set.posts, of: .init(name: "my set", digest: digest))
/// print(fit.text())
/// ```
public struct Calibrator: Sendable {
  private let screener: Screener

  /// Makes a calibrator for some packs.
  ///
  /// - Throws: `PackError` if two packs share an id.
  public init(packs: [Pack]) throws(PackError) {
    var options = Screener.Options()
    options.includeSuppressed = false
    screener = try Screener(packs: packs, options: options)
  }

  /// The same posts in the same order always give the same calibration.
  ///
  /// - Parameters:
  ///   - posts: The posts; those that are uncheckable or unlabelled count nowhere.
  ///   - data: What the set is; its count is filled in.
  /// - Returns: The calibration, and the figures to judge it by.
  public func fit(_ posts: [LabelledPost], of data: Calibration.DataSet) -> CalibrationFit {
    let judged = screened(posts)
    let scores = heldOutScores(judged)
    var calibration = Calibration(
      data: data,
      packs: screener.identity.packs,
      rules: .init(counting: judged)
    )
    calibration.data.posts = judged.count
    for category in Set(screener.rules.map(\.category)).sorted() {
      for language in PostLanguage.allCases {
        let points = zip(judged, scores).compactMap { post, scores -> ScaleFit.Point? in
          guard post.language == language else { return nil }
          let forecast = Forecast(
            score: scores[category]?.score ?? 0,
            isTrue: post.violates(category)
          )
          return ScaleFit.Point(forecast: forecast, fold: post.fold)
        }
        let fit = ScaleFit(category: category, language: language, points: points)
        calibration.scales.append(fit.scale())
      }
    }
    return CalibrationFit(
      calibration,
      rules: screener.rules,
      posts: posts,
      groups: Set(judged.map(\.group)).count,
      withoutLanguage: judged.count { $0.language == nil }
    )
  }

  /// How often each rule was right, by the same count as calibrations use.
  public func evidence(on posts: [LabelledPost]) -> [Rule.ID: Calibration.RuleEvidence] {
    .init(counting: screened(posts))
  }

  private func screened(_ posts: [LabelledPost]) -> [JudgedPost] {
    let judged = posts.filter(\.isJudged)
    let groups = NearDuplicates.groups(of: judged.map(\.text))
    let folds = Folds.folds(of: groups)
    var scratch = Screener.Scratch()
    var result: [JudgedPost] = []
    for (index, post) in judged.enumerated() {
      result.append(
        JudgedPost(
          screened: ScreenedPost(post, screener.screen(post.post, using: &scratch)),
          group: groups[index],
          fold: folds[index],
          language: PostLanguage(of: post.text)
        )
      )
    }
    return result
  }

  /// The scores of each post by rules that were weighed without its fold.
  private func heldOutScores(_ posts: [JudgedPost]) -> [[Category: CategoryScore]] {
    var scores = [[Category: CategoryScore]](repeating: [:], count: posts.count)
    var scratch = Screener.Scratch()
    for fold in 0..<Folds.count {
      let screener = screener.weighed(by: .init(counting: posts.filter { $0.fold != fold }))
      for (index, post) in posts.enumerated() where post.fold == fold {
        scores[index] = screener.screen(post.screened.post.post, using: &scratch).categories
      }
    }
    return scores
  }
}
