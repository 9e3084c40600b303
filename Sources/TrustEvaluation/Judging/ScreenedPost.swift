public import TrustEngine
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

  private static func meet(_ finding: Finding, _ label: LabelledPost.Label) -> Bool {
    finding.field == LabelledPost.field && finding.category == label.category
      && finding.span.scalars.overlaps(label.scalars)
  }
}
