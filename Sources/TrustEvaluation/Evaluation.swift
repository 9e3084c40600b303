public import TrustEngine
internal import TrustRules

/// How well a screener's reports agree with what readers labelled.
///
/// A post counts as flagged as `Report.isFlagged` says. A predicted span is right when it overlaps
/// a labelled one of its category. Posts that are `uncheckable` or unlabelled count nowhere.
///
/// ```swift
/// let evaluation = Evaluation(set.posts.map { ScreenedPost($0, screener.screen($0.post)) })
/// print(evaluation.text())
/// ```
public struct Evaluation: Sendable, Hashable {
  /// What the numbers depend on but the posts.
  public struct Options: Sendable, Hashable {
    /// The least probability of a finding that flags a post.
    public var threshold = 0.5
    /// How often posts are drawn anew for an interval; 0 for no intervals.
    public var resamples = 1000
    /// Where the drawing starts: the same seed gives the same intervals.
    public var seed: UInt64 = 1

    /// The threshold at which posts count as flagged, and a thousand draws.
    public init() {}
  }

  /// What it was computed with.
  public let options: Options
  /// What the posts were screened with, by the first report; `nil` without posts.
  public let identity: Identity?
  /// All posts first, then each language by its tag.
  public let groups: [Group]
  /// The rules that found something in a post that counts, by id.
  public let rules: [RuleScore]
  /// The posts with a label that nothing found, in the order of the posts.
  public let misses: [Case]
  /// The posts with a flag that overlaps no label of its category, in the order of the posts.
  public let falseAlarms: [Case]

  /// Compares reports with labels.
  ///
  /// - Complexity: O(resamples × posts × categories).
  public init(_ posts: [ScreenedPost], options: Options = .init()) {
    let judged = posts.filter(\.post.isJudged)
    let categories = Self.categories(in: judged, threshold: options.threshold)
    let byLanguage = Dictionary(grouping: posts, by: \.post.language).sorted { $0.key < $1.key }
    let cases = judged.map { Case($0, threshold: options.threshold) }

    self.options = options
    identity = posts.first?.report.identity
    groups =
      [Group(language: nil, posts: posts, categories: categories, options: options)]
      + byLanguage.map {
        Group(language: $0.key, posts: $0.value, categories: categories, options: options)
      }
    rules = Self.ruleScores(of: judged, threshold: options.threshold)
    misses = cases.filter { !$0.missed.isEmpty }
    falseAlarms = cases.filter { !$0.wrong.isEmpty }
  }

  /// The numbers over all posts.
  public var overall: Group { groups[0] }

  /// The three categories of the labelling guide, then others that are labelled or flagged.
  private static func categories(
    in judged: [ScreenedPost],
    threshold: Double
  ) -> [Category] {
    var others: Set<Category> = []
    for screened in judged {
      others.formUnion(screened.post.labels.lazy.map(\.category))
      others.formUnion(
        screened.report.findings.lazy.filter { $0.isFlag(atLeast: threshold) }.map(\.category)
      )
    }
    return Category.core + others.subtracting(Category.core).sorted()
  }
}
