internal import TrustEngine
public import TrustRules
internal import TrustText

extension Evaluation {
  /// How much two rules find in common, as seen from one of them.
  public struct RuleOverlap: Sendable, Hashable {
    /// The other rule.
    public var rule: Rule.ID
    /// The posts that both hit.
    public var posts: Int
    /// The hits of the one that overlap a hit of the other.
    public var spans: Int
    /// Of the posts, those in which one of the two has a right hit and the other has none.
    public var conflicts: Int
  }
}

/// Gathers what rules have in common, post by post.
struct OverlapCounter {
  private var overlaps: [Rule.ID: [Rule.ID: Evaluation.RuleOverlap]] = [:]

  /// Counts the hits in one post.
  mutating func add(_ hits: [Finding], of screened: ScreenedPost) {
    let byRule = Dictionary(grouping: hits, by: \.rule)
    guard byRule.count > 1 else { return }
    let right = Set(hits.lazy.filter { screened.isRight($0) }.map(\.rule))
    for (rule, mine) in byRule {
      for (other, theirs) in byRule where other != rule {
        let none = Evaluation.RuleOverlap(rule: other, posts: 0, spans: 0, conflicts: 0)
        var overlap = overlaps[rule]?[other] ?? none
        overlap.posts += 1
        overlap.spans += mine.count { hit in theirs.contains { Self.overlap(hit, $0) } }
        overlap.conflicts += right.contains(rule) == right.contains(other) ? 0 : 1
        overlaps[rule, default: [:]][other] = overlap
      }
    }
  }

  /// The rules that share posts with a rule; those that share the most hits with it first.
  func overlaps(of rule: Rule.ID) -> [Evaluation.RuleOverlap] {
    (overlaps[rule] ?? [:]).values.sorted {
      ($1.spans, $1.posts, $0.rule) < ($0.spans, $0.posts, $1.rule)
    }
  }

  private static func overlap(_ a: Finding, _ b: Finding) -> Bool {
    a.field == b.field && a.span.scalars.overlaps(b.span.scalars)
  }
}
