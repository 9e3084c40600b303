public import TrustEngine
public import TrustRules

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
    /// Whether to measure both halves of the set; only cases of the reading half are listed then.
    public var halves = false

    /// The threshold at which posts count as flagged, and a thousand draws.
    public init() {}
  }

  /// What it was computed with.
  public let options: Options
  /// What the posts were screened with, by the first report; `nil` without posts.
  public let identity: Identity?
  /// All posts first, then each language by its tag.
  public let groups: [Group]
  /// The posts of each source, by its name; empty unless there are at least two.
  public let sources: [Group]
  /// The reading half, then the measuring half, each as a whole and by language; empty unless asked
  /// for.
  public let halves: [Group]
  /// The rules that found something, by id.
  public let rules: [RuleScore]
  /// The rules, of those named, that found nothing in any post, by id.
  public let silentRules: [Rule.ID]
  /// Why labels were missed.
  public let missCounts: [MissCount]
  /// The posts with a label that nothing found, in the order of the posts.
  public let misses: [Case]
  /// The posts with a flag that overlaps no label of its category, in the order of the posts.
  public let falseAlarms: [Case]
  /// How many misses of the measuring half are not listed, so that it stays unread.
  public let withheldMisses: Int
  /// How many false alarms of the measuring half are not listed.
  public let withheldFalseAlarms: Int

  /// Compares reports with labels.
  ///
  /// - Parameters:
  ///   - posts: Posts and the reports on them.
  ///   - options: What else the numbers depend on.
  ///   - rules: The rules that were run, to tell which found nothing.
  /// - Complexity: O(resamples × posts × groups a post is in).
  public init(_ posts: [ScreenedPost], options: Options = .init(), rules: [Rule.ID] = []) {
    let judged = posts.filter(\.post.isJudged)
    let grouping = Grouping(
      categories: Self.categories(in: judged, threshold: options.threshold),
      options: options
    )
    let cases = judged.map { Case($0, threshold: options.threshold) }
    let missing = cases.filter { !$0.missed.isEmpty }
    let wrong = cases.filter { !$0.wrong.isEmpty }
    func mayBeRead(_ found: Case) -> Bool {
      !options.halves || found.screened.post.half == .reading
    }

    self.options = options
    identity = posts.first?.report.identity
    groups = grouping.languages(of: posts, in: Scope())
    sources = grouping.sources(of: posts)
    halves = options.halves ? grouping.halves(of: posts) : []
    self.rules = Self.ruleScores(of: posts, threshold: options.threshold)
    silentRules = Self.silentRules(among: rules, in: posts)
    missCounts = Self.missCounts(of: cases)
    misses = missing.filter(mayBeRead)
    falseAlarms = wrong.filter(mayBeRead)
    withheldMisses = missing.count - misses.count
    withheldFalseAlarms = wrong.count - falseAlarms.count
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
