internal import TrustEngine
internal import TrustRules

/// The counts of one post, in one category or in all.
struct Tally: Sendable {
  /// The post itself: flagged or not, labelled or not.
  var posts = Counts()
  /// Its findings and labels.
  var spans = Counts()

  /// Counts a post that was judged.
  init(_ screened: ScreenedPost, in category: Category?, atLeast threshold: Double) {
    let labels = screened.post.labels.filter { category == nil || $0.category == category }
    let flags = screened.report.findings.filter {
      $0.isFlag(atLeast: threshold) && (category == nil || $0.category == category)
    }
    spans = Counts(
      predicted: flags.count,
      right: flags.count { screened.isRight($0) },
      labelled: labels.count,
      found: labels.count { screened.isFound($0, atLeast: threshold) }
    )
    let isLabelled = screened.isLabelled(in: category)
    let both = isLabelled && !flags.isEmpty
    posts = Counts(
      predicted: flags.isEmpty ? 0 : 1,
      right: both ? 1 : 0,
      labelled: isLabelled ? 1 : 0,
      found: both ? 1 : 0
    )
  }
}
