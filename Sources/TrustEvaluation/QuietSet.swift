public import TrustEngine
public import TrustRules

/// How often posts are flagged that should hardly ever be: news, ordinary talk.
///
/// Posts are added one by one and only flagged ones are kept, so that an archive of any size can be
/// measured.
public struct QuietSet: Sendable, Hashable {
  /// How often one rule speaks up.
  public struct RuleCount: Sendable, Hashable {
    /// The rule.
    public var rule: Rule.ID
    /// How far it has been proved; an experimental rule flags nothing, and is counted here alone.
    public var status: Rule.Status
    /// The posts in which it has a finding at or above the threshold.
    public var posts: Int
    /// These findings.
    public var hits: Int
  }

  /// How often one category is flagged.
  public struct CategoryCount: Sendable, Hashable {
    /// The category.
    public var category: Category
    /// The posts that are flagged in it.
    public var posts: Int
  }

  /// What the set is called.
  public let name: String
  /// The least probability of a finding that flags a post.
  public let threshold: Double
  /// What the posts were screened with, by the first report.
  public private(set) var identity: Identity?
  /// The posts.
  public private(set) var posts = 0
  /// Of these, the posts that were not screened whole, or were repaired first.
  public private(set) var partial = 0
  /// The flagged posts, in the order they came.
  public private(set) var alarms: [ScreenedPost] = []
  private var counts: [Rule.ID: RuleCount] = [:]

  /// A set with no posts yet.
  public init(name: String, threshold: Double = 0.5) {
    self.name = name
    self.threshold = threshold
  }

  /// Counts one post, whatever its verdict.
  public mutating func add(_ screened: ScreenedPost) {
    let report = screened.report
    posts += 1
    identity = identity ?? report.identity
    if report.completeness != .complete { partial += 1 }
    if report.isFlagged(atLeast: threshold) { alarms.append(screened) }
    var hitting: Set<Rule.ID> = []
    for finding in report.findings where finding.confidence >= threshold {
      let none = RuleCount(rule: finding.rule, status: finding.status, posts: 0, hits: 0)
      counts[finding.rule, default: none].hits += 1
      if hitting.insert(finding.rule).inserted { counts[finding.rule]?.posts += 1 }
    }
  }

  /// The flagged posts.
  public var flagged: Int { alarms.count }

  /// The share of posts that are flagged, with Jeffreys' 95 % interval; `nil` without posts.
  public var rate: Estimate? { .share(flagged, of: posts) }

  /// The rate among 10,000 posts: the number a moderator feels.
  public var perTenThousand: Estimate? { perTenThousand(flagged) }

  /// So many of the set's posts, among 10,000, with Jeffreys' 95 % interval; `nil` without posts.
  public func perTenThousand(_ count: Int) -> Estimate? {
    Estimate.share(count, of: posts)?.times(10_000)
  }

  /// The flagged posts of one category.
  public func flagged(in category: Category) -> Int {
    alarms.count { $0.report.isFlagged(in: category, atLeast: threshold) }
  }

  /// The categories: the three of the labelling guide, then others that are flagged.
  public var categories: [CategoryCount] {
    let flags = alarms.flatMap { $0.report.findings.filter { $0.isFlag(atLeast: threshold) } }
    let others = Set(flags.map(\.category)).subtracting(Category.core).sorted()
    return (Category.core + others).map {
      CategoryCount(category: $0, posts: flagged(in: $0))
    }
  }

  /// The rules that spoke up, the most frequent first.
  public var rules: [RuleCount] {
    counts.values.sorted { ($1.posts, $0.rule) < ($0.posts, $1.rule) }
  }
}
