/// A number that was measured, and how sure it is.
public struct Estimate: Sendable, Hashable {
  /// What was measured.
  public var value: Double
  /// Where the true number lies in 95 of 100 such measurements; `nil` if it was not asked for.
  public var interval: ClosedRange<Double>?

  /// Makes an estimate.
  package init(value: Double, interval: ClosedRange<Double>?) {
    self.value = value
    self.interval = interval
  }

  /// A share of which `right` in `count` were seen, with Jeffreys' 95 % interval; `nil` without any.
  package static func share(_ right: Int, of count: Int) -> Estimate? {
    guard count > 0 else { return nil }
    return Estimate(
      value: Double(right) / Double(count),
      interval: Jeffreys.interval(right: right, of: count)
    )
  }

  /// The same of so many things, such as 10,000 posts.
  func times(_ count: Double) -> Estimate {
    Estimate(
      value: value * count,
      interval: interval.map { $0.lowerBound * count...$0.upperBound * count }
    )
  }
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

  /// Measures columns of counts, each with one element for each post.
  static func all(of columns: [[Counts]], bootstrap: Bootstrap) -> [Measure] {
    zip(columns, bootstrap.intervals(of: columns)).map { posts, intervals in
      Measure(of: posts.reduce(into: Counts()) { $0 += $1 }, intervals: intervals)
    }
  }

  private init(of counts: Counts, intervals: Bootstrap.Intervals) {
    self.counts = counts
    precision = counts.precision.map { Estimate(value: $0, interval: intervals.precision) }
    recall = counts.recall.map { Estimate(value: $0, interval: intervals.recall) }
    f1 = counts.f1.map { Estimate(value: $0, interval: intervals.f1) }
  }
}
