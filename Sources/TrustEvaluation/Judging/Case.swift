public import TrustEngine

extension Evaluation {
  /// A post that was not judged as its reader judged it, with all that helps to see why.
  public struct Case: Sendable, Hashable {
    /// The post and the whole report on it.
    public var screened: ScreenedPost
    /// Whether the post was flagged, in any category.
    public var isFlagged: Bool
    /// The labels that nothing found.
    public var missed: [LabelledPost.Label]
    /// The flags that overlap no label of their category.
    public var wrong: [Finding]

    /// Compares a judged post with its report.
    init(_ screened: ScreenedPost, threshold: Double) {
      self.screened = screened
      isFlagged = screened.report.isFlagged(atLeast: threshold)
      missed = screened.post.labels.filter { !screened.isFound($0, atLeast: threshold) }
      wrong = screened.report.findings.filter {
        $0.isFlag(atLeast: threshold) && !screened.isRight($0)
      }
    }
  }
}
