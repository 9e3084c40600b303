public import TrustEngine
public import TrustRules

/// Which rules have earned another status by labelled posts, and which have lost theirs.
///
/// It proposes; somebody decides and edits the rule.
public struct Promotions: Sendable {
  /// What one rule has to show.
  public struct Proposal: Sendable, Hashable {
    /// The rule.
    public var rule: Rule.ID
    /// What it is.
    public var status: Rule.Status
    /// What it should be; `status` if nothing should change.
    public var proposed: Rule.Status
    /// Its labelled hits, a post and its near-duplicates being one.
    public var evidence: Calibration.RuleEvidence
    /// The share of hits that are right, with Jeffreys' 95 % interval; `nil` without hits.
    public var precision: Estimate?
    /// Of 10,000 quiet posts, those in which it speaks up; `nil` without a quiet set.
    public var quietHits: Double?
    /// Why, or what is wanting.
    public var reason: String

    /// Whether it should be trusted more.
    public var isPromotion: Bool { status.trust < proposed.trust }
    /// Whether it should be trusted less.
    public var isDemotion: Bool { proposed.trust < status.trust }
  }

  /// One for each rule that is run, by id.
  public let proposals: [Proposal]
  /// How many quiet posts there were.
  public let quietPosts: Int

  /// Compares rules with the evidence on them.
  public init(
    rules: [Rule],
    evidence: [Rule.ID: Calibration.RuleEvidence],
    quiet: [QuietSet] = []
  ) {
    let quietPosts = quiet.reduce(0) { $0 + $1.posts }
    var spoken: [Rule.ID: Int] = [:]
    for count in quiet.flatMap(\.rules) { spoken[count.rule, default: 0] += count.posts }
    self.quietPosts = quietPosts
    proposals = rules.map { rule in
      Proposal(
        rule,
        evidence: evidence[rule.id] ?? .init(hits: 0, right: 0),
        quietHits: quietPosts == 0
          ? nil : Double(spoken[rule.id] ?? 0) * 10_000 / Double(quietPosts)
      )
    }.sorted { $0.rule < $1.rule }
  }
}

extension Promotions.Proposal {
  /// What a status asks of a rule.
  private struct Bar {
    var judged: Int
    var lowest: Double
    var quietHits: Double?
  }

  private static let test = Bar(judged: 20, lowest: 0.6)
  private static let stable = Bar(judged: 50, lowest: 0.75, quietHits: 2)

  init(_ rule: Rule, evidence: Calibration.RuleEvidence, quietHits: Double?) {
    self.rule = rule.id
    self.status = rule.status
    self.evidence = evidence
    self.quietHits = quietHits
    let interval = Jeffreys.interval(right: evidence.right, of: evidence.hits)
    precision = .share(evidence.right, of: evidence.hits)
    proposed = rule.status
    reason = ""
    switch rule.status {
    case .experimental: climb(to: .test, over: Self.test, interval)
    case .test:
      if !fall(to: .experimental, below: Self.test, interval) {
        climb(to: .stable, over: Self.stable, interval)
      }
    case .stable:
      if !fall(to: .experimental, below: Self.test, interval),
        !fall(to: .test, below: Self.stable, interval)
      {
        reason = "nothing speaks against it"
      }
    case .deprecated: reason = "is not run"
    }
  }

  /// Proposes a higher status, or says what is wanting.
  private mutating func climb(to status: Rule.Status, over bar: Bar, _ range: ClosedRange<Double>) {
    let low = Estimate.fixed(range.lowerBound, decimals: 2)
    if evidence.hits < bar.judged {
      reason = "\(evidence.hits) labelled hits of \(bar.judged) needed"
    } else if range.lowerBound < bar.lowest {
      reason = "lower bound \(low), below \(bar.lowest)"
    } else if let most = bar.quietHits, quietHits == nil {
      reason = "no quiet posts to show at most \(Int(most)) hits in 10,000"
    } else if let most = bar.quietHits, let quietHits, quietHits > most {
      reason =
        "\(Estimate.fixed(quietHits, decimals: 1)) hits in 10,000 quiet posts, above \(Int(most))"
    } else {
      proposed = status
      reason = "lower bound \(low), at least \(bar.lowest)"
    }
  }

  /// Proposes a lower status if evidence speaks against the bar of the present one.
  private mutating func fall(
    to status: Rule.Status,
    below bar: Bar,
    _ range: ClosedRange<Double>
  ) -> Bool {
    if range.upperBound < bar.lowest {
      reason = "upper bound \(Estimate.fixed(range.upperBound, decimals: 2)), below \(bar.lowest)"
    } else if let most = bar.quietHits, let quietHits, quietHits > most {
      reason =
        "\(Estimate.fixed(quietHits, decimals: 1)) hits in 10,000 quiet posts, above \(Int(most))"
    } else {
      return false
    }
    proposed = status
    return true
  }
}

extension Rule.Status {
  /// How far a rule of this status is trusted.
  fileprivate var trust: Int {
    switch self {
    case .deprecated: 0
    case .experimental: 1
    case .test: 2
    case .stable: 3
    }
  }
}
