public import TrustRules

/// What a house does with a report: allow, have a person look, or block.
public struct Policy: Sendable, Hashable {
  /// What to do with a post; ordered from mild to severe.
  public enum Action: Int, Comparable, Sendable, CaseIterable {
    /// Publish.
    case allow
    /// Have a person look first.
    case review
    /// Do not publish.
    case block

    /// The name in policies and answers.
    public var name: String { "\(self)" }

    /// Orders from mild to severe.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// A condition on a report; every part that is given must hold.
  public struct Clause: Sendable, Hashable {
    /// Only findings of this category.
    public var category: Category?
    /// Only findings of this rule, by name or `pack/name`.
    public var rule: String?
    /// Only findings at least this bad.
    public var severity: Severity?
    /// Only findings at least this likely; if left out, 0.5, or 0 beside `calibratedAtLeast`.
    public var atLeast: Double
    /// Only findings of a category whose calibrated score, at the policy's base rate, is at least
    /// this.
    ///
    /// Where such a score is missing the clause asks for review instead of holding.
    public var calibratedAtLeast: Double?
    /// At least so many findings.
    public var findings: Int
    /// Count what these contexts explained away instead of findings.
    public var suppressedBy: [String]

    /// Makes a clause; what is left out holds for every finding.
    public init(
      category: Category? = nil,
      rule: String? = nil,
      severity: Severity? = nil,
      atLeast: Double? = nil,
      calibratedAtLeast: Double? = nil,
      findings: Int = 1,
      suppressedBy: [String] = []
    ) {
      self.category = category
      self.rule = rule
      self.severity = severity
      self.atLeast = atLeast ?? (calibratedAtLeast == nil ? 0.5 : 0)
      self.calibratedAtLeast = calibratedAtLeast
      self.findings = findings
      self.suppressedBy = suppressedBy
    }
  }

  /// Why an action was taken.
  public struct Reason: Sendable, Hashable {
    /// The clause, as `review[0]`, or `on-partial`.
    public var clause: String
    /// The findings it counted, as indices of the report.
    public var findings: [Int]
    /// What went wrong, for `on-partial`; `not-calibrated` for a clause that could not be decided.
    public var notice: Notice?
  }

  /// An action and every clause that held.
  public struct Decision: Sendable, Hashable {
    /// The most severe action whose clause holds.
    public var action: Action
    /// All clauses that held, or could not be decided, severe ones first.
    public var because: [Reason]
    /// The share of violations that calibrated scores were read for, in each category; `nil` for
    /// that of the labelled posts, which each `CategoryScore.baseRate` states.
    public var assumedBaseRate: Double?
  }

  /// The policy's id.
  public var id: String
  /// Its version.
  public var version: String
  /// Clauses that block.
  public var block: [Clause]
  /// Clauses that ask for review.
  public var review: [Clause]
  /// What a partial report leads to at least; never `allow`.
  public var onPartial: Action {
    didSet { onPartial = max(onPartial, .review) }
  }
  /// What a caller does with a post that could not be screened at all; never `allow`.
  public var onError: Action {
    didSet { onError = max(onError, .review) }
  }
  /// The share of posts that violate guidance where the policy is used, in each category; calibrated
  /// scores are shifted to it.
  public var baseRate: Double?
  /// The status that a rule must have for its findings to count.
  public var counts: Set<Rule.Status> = [.stable, .test]
  /// Rules, by name or `pack/name`, whose findings are reported and never count.
  public var ignoredRules: Set<String> = []
  /// How likely a finding of a category must be to count at all, whatever a clause asks for.
  public var thresholds: [Category: Double] = [:]

  /// Makes a policy.
  ///
  /// What could not be screened, or only in part, is never allowed unseen.
  public init(
    id: String,
    version: String,
    block: [Clause] = [],
    review: [Clause] = [],
    onPartial: Action = .review,
    onError: Action = .review,
    baseRate: Double? = nil
  ) {
    self.id = id
    self.version = version
    self.baseRate = baseRate
    self.block = block
    self.review = review
    self.onPartial = max(onPartial, .review)
    self.onError = max(onError, .review)
  }

  /// Sends every flagged post to a person.
  public static let standard = Policy(id: "standard", version: "1", review: [Clause()])

  /// What to do with a report.
  ///
  /// - Complexity: O(clauses × findings).
  public func decide(_ report: Report) -> Decision {
    var reasons: [(action: Action, reason: Reason)] = []
    for (action, clauses) in [(Action.block, block), (Action.review, review)] {
      for (index, clause) in clauses.enumerated() {
        let name = "\(action.name)[\(index)]"
        switch clause.outcome(for: report, under: self) {
        case .fails: continue
        case .holds(let findings):
          reasons.append((action, Reason(clause: name, findings: findings)))
        case .undecided(let findings):
          let notice = Notice(
            code: "not-calibrated",
            detail: "the clause needs a calibrated score, and there is none"
          )
          reasons.append((.review, Reason(clause: name, findings: findings, notice: notice)))
        }
      }
    }
    for notice in report.completeness.notices {
      reasons.append(
        (onPartial, Reason(clause: "on-partial", findings: [], notice: notice))
      )
    }
    let action = reasons.map(\.action).max() ?? .allow
    return Decision(action: action, because: reasons.map(\.reason), assumedBaseRate: baseRate)
  }
}

extension Policy {
  /// Whether a finding may count for any clause.
  fileprivate func admits(_ finding: Finding) -> Bool {
    counts.contains(finding.status)
      && finding.confidence >= thresholds[finding.category] ?? 0
      && !ignoredRules.contains(finding.rule.name)
      && !ignoredRules.contains(finding.rule.description)
  }
}

extension Policy.Clause {
  /// What a clause makes of a report.
  enum Outcome {
    /// It holds, because of these findings (none for a clause on suppressed ones).
    case holds([Int])
    /// It would hold if the scores of these findings' categories were calibrated and high enough.
    case undecided([Int])
    case fails
  }

  func outcome(for report: Report, under policy: Policy) -> Outcome {
    if !suppressedBy.isEmpty {
      let count = report.suppressed.count {
        suppressedBy.contains($0.by) && concerns($0.finding)
      }
      return count >= findings ? .holds([]) : .fails
    }
    let counted = report.findings.indices.filter { index in
      concerns(report.findings[index]) && report.findings[index].confidence >= atLeast
        && policy.admits(report.findings[index])
    }
    guard let calibratedAtLeast else { return counted.count >= findings ? .holds(counted) : .fails }
    let probabilities = counted.map { index in
      report.categories[report.findings[index].category]?.calibrated(atBaseRate: policy.baseRate)
    }
    let likely = zip(counted, probabilities).filter { ($0.1 ?? 0) >= calibratedAtLeast }.map(\.0)
    if likely.count >= findings { return .holds(likely) }
    let possible = zip(counted, probabilities).filter { ($0.1 ?? 1) >= calibratedAtLeast }.map(\.0)
    return possible.count >= findings ? .undecided(possible) : .fails
  }

  private func concerns(_ finding: Finding) -> Bool {
    (category == nil || finding.category == category)
      && (rule == nil || finding.rule.name == rule || finding.rule.description == rule)
      && (severity.map { finding.severity >= $0 } ?? true)
  }
}
