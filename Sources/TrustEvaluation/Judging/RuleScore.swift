internal import TrustEngine
public import TrustRules

extension Evaluation {
  /// How often one rule is right, and what would be lost without it.
  public struct RuleScore: Sendable, Hashable {
    /// The rule.
    public var rule: Rule.ID
    /// How far it has been proved.
    ///
    /// Findings of experimental rules are counted here, so that they can be proved, and nowhere
    /// else.
    public var status: Rule.Status
    /// Its findings at or above the threshold.
    public var hits: Int
    /// Of these, the findings that overlap a label of their category.
    public var right: Int
    /// Its findings below the threshold, softened ones mostly.
    public var hitsBelow: Int
    /// Of these, the findings that overlap a label of their category.
    public var rightBelow: Int
    /// Posts that it hits and no other rule flags; for an experimental rule, posts that it would
    /// add.
    public var unique: Int
    /// Of these, the posts that readers flagged too.
    public var uniqueRight: Int

    /// The share of hits that are right, with Jeffreys' 95 % interval; `nil` without hits.
    public var precision: Estimate? {
      guard hits > 0 else { return nil }
      return Estimate(
        value: Double(right) / Double(hits),
        interval: Jeffreys.interval(right: right, of: hits)
      )
    }
  }

  /// The scores of the rules that found something, by id.
  static func ruleScores(of judged: [ScreenedPost], threshold: Double) -> [RuleScore] {
    var scores: [Rule.ID: RuleScore] = [:]
    for screened in judged {
      let findings = screened.report.findings
      for finding in findings {
        scores[finding.rule, default: RuleScore(of: finding)]
          .count(finding, isRight: screened.isRight(finding), threshold: threshold)
      }
      let flagging = Set(findings.lazy.filter { $0.isFlag(atLeast: threshold) }.map(\.rule))
      let hitting = Set(findings.lazy.filter { $0.confidence >= threshold }.map(\.rule))
      for rule in hitting where flagging.subtracting([rule]).isEmpty {
        scores[rule]?.unique += 1
        if screened.post.verdict == .flag { scores[rule]?.uniqueRight += 1 }
      }
    }
    return scores.values.sorted { $0.rule < $1.rule }
  }
}

extension Evaluation.RuleScore {
  fileprivate init(of finding: Finding) {
    self.init(
      rule: finding.rule,
      status: finding.status,
      hits: 0,
      right: 0,
      hitsBelow: 0,
      rightBelow: 0,
      unique: 0,
      uniqueRight: 0
    )
  }

  fileprivate mutating func count(_ finding: Finding, isRight: Bool, threshold: Double) {
    if finding.confidence >= threshold {
      hits += 1
      right += isRight ? 1 : 0
    } else {
      hitsBelow += 1
      rightBelow += isRight ? 1 : 0
    }
  }
}
