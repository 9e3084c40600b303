public import TrustEngine
internal import TrustRules
internal import TrustText

/// A labelled post and what a screener made of it.
public struct ScreenedPost: Sendable, Hashable {
  /// The post.
  public var post: LabelledPost
  /// The report on it; its spans are of the post's own text, in the field `text`.
  public var report: Report

  /// Makes a pair.
  public init(_ post: LabelledPost, _ report: Report) {
    self.post = post
    self.report = report
  }

  /// Whether a finding overlaps a label of its category.
  func isRight(_ finding: Finding) -> Bool {
    post.labels.contains { Self.meet(finding, $0) }
  }

  /// Whether what flags the post overlaps a label, and is of its category.
  func isFound(_ label: LabelledPost.Label, atLeast threshold: Double) -> Bool {
    report.findings.contains { $0.isFlag(atLeast: threshold) && Self.meet($0, label) }
  }

  /// Whether a finding overlaps a label, of whatever category.
  static func touch(_ finding: Finding, _ label: LabelledPost.Label) -> Bool {
    finding.field == LabelledPost.field && finding.span.scalars.overlaps(label.scalars)
  }

  private static func meet(_ finding: Finding, _ label: LabelledPost.Label) -> Bool {
    finding.category == label.category && touch(finding, label)
  }

  /// Whether the reader flagged the post; in any category, or in one.
  func isLabelled(in category: Category?) -> Bool {
    guard let category else { return post.verdict == .flag }
    return post.labels.contains { $0.category == category }
  }
}
