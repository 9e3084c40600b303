/// A number that was measured, and how sure it is.
public struct Estimate: Sendable, Hashable {
  /// What was measured.
  public var value: Double
  /// Where the true number lies in 95 of 100 such measurements; `nil` if it was not asked for.
  public var interval: ClosedRange<Double>?
}

/// Precision, recall and F1 of some predictions.
public struct Measure: Sendable, Hashable {
  /// What they are computed from.
  public var counts: Counts
  /// The share of predictions that are right; `nil` if there are none.
  public var precision: Estimate?
  /// The share of labels that are found; `nil` if there are none.
  public var recall: Estimate?
  /// The harmonic mean of the two; `nil` if nothing was predicted and nothing labelled.
  public var f1: Estimate?

  /// Measures the counts of some posts, one element for each post.
  init(_ posts: [Counts], bootstrap: Bootstrap) {
    counts = posts.reduce(into: Counts()) { $0 += $1 }
    let intervals = bootstrap.intervals(of: posts)
    precision = counts.precision.map { Estimate(value: $0, interval: intervals.precision) }
    recall = counts.recall.map { Estimate(value: $0, interval: intervals.recall) }
    f1 = counts.f1.map { Estimate(value: $0, interval: intervals.f1) }
  }
}
