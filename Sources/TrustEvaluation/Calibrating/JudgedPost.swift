internal import TrustEngine
internal import TrustRules

/// A labelled post that counts, with what calibration needs to know of it.
struct JudgedPost: Sendable {
  var screened: ScreenedPost
  /// The group of near-duplicates it is in.
  var group: Int
  /// The part of the set it is held out with.
  var fold: Int
  /// Its language, as the engine tells it.
  var language: PostLanguage?

  /// Whether a reader labelled a category in it.
  func violates(_ category: Category) -> Bool {
    screened.post.labels.contains { $0.category == category }
  }
}

extension [Rule.ID: Calibration.RuleEvidence] {
  /// Counts how often each rule was right.
  ///
  /// The first post of a group of near-duplicates in which a rule speaks up stands for them all, and
  /// is right if any of the rule's findings in it is.
  init(counting posts: some Sequence<JudgedPost>) {
    self = [:]
    var counted: [Int: Set<Rule.ID>] = [:]
    for post in posts {
      let findings = post.screened.report.findings.filter(\.isPlain)
      for (rule, own) in [Rule.ID: [Finding]](grouping: findings, by: \.rule)
      where counted[post.group, default: []].insert(rule).inserted {
        self[rule, default: .init(hits: 0, right: 0)].hits += 1
        if own.contains(where: post.screened.isRight) { self[rule]?.right += 1 }
      }
    }
  }
}

extension Finding {
  /// Whether its probability is its rule's, by no factor less.
  fileprivate var isPlain: Bool {
    softenedBy.isEmpty && evidence.allSatisfy { $0.role != .find || $0.folds.isEmpty }
  }
}
