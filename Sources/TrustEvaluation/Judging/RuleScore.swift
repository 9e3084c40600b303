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
    /// Its findings at or above the threshold in posts that count.
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
    /// Its findings at or above the threshold in posts that count nowhere, as no reader could or did
    /// judge them.
    public var unjudged = 0
    /// The rules that share posts with it, the one that shares the most hits first.
    public var overlaps: [RuleOverlap] = []

    /// The posts in which it and another rule contradict each other, summed over the other rules.
    public var conflicts: Int { overlaps.reduce(0) { $0 + $1.conflicts } }

    /// The share of hits that are right, with Jeffreys' 95 % interval; `nil` without hits.
    public var precision: Estimate? { .share(right, of: hits) }
  }

  /// The scores of the rules that found something, by id.
  static func ruleScores(of posts: [ScreenedPost], threshold: Double) -> [RuleScore] {
    var scores: [Rule.ID: RuleScore] = [:]
    var overlaps = OverlapCounter()
    for screened in posts {
      let findings = screened.report.findings
      let hits = findings.filter { $0.confidence >= threshold }
      guard screened.post.isJudged else {
        for hit in hits { scores[hit.rule, default: RuleScore(of: hit)].unjudged += 1 }
        continue
      }
      for finding in findings {
        scores[finding.rule, default: RuleScore(of: finding)]
          .count(finding, isRight: screened.isRight(finding), threshold: threshold)
      }
      let flagging = Set(findings.lazy.filter { $0.isFlag(atLeast: threshold) }.map(\.rule))
      for rule in Set(hits.map(\.rule)) where flagging.subtracting([rule]).isEmpty {
        scores[rule]?.unique += 1
        if screened.post.verdict == .flag { scores[rule]?.uniqueRight += 1 }
      }
      overlaps.add(hits, of: screened)
    }
    for rule in scores.keys { scores[rule]?.overlaps = overlaps.overlaps(of: rule) }
    return scores.values.sorted { $0.rule < $1.rule }
  }

  /// The rules of `known` that found nothing in any post, not even below the threshold, by id.
  static func silentRules(among known: [Rule.ID], in posts: [ScreenedPost]) -> [Rule.ID] {
    Set(known).subtracting(posts.flatMap { $0.report.findings.map(\.rule) }).sorted()
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
