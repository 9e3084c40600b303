/// Intervals by drawing posts anew, with replacement, again and again (percentile method).
///
/// Whole posts are drawn, not findings, because findings of one post stand and fall together. Every
/// call starts from the seed: the same posts give the same intervals, whatever was measured before.
/// Known weakness: where all is right, the interval has no width.
struct Bootstrap: Sendable {
  /// How often posts are drawn; 0 for no intervals.
  var resamples: Int
  /// Where the generator starts.
  var seed: UInt64

  typealias Interval = ClosedRange<Double>

  /// The 95 % intervals of precision, recall and F1.
  ///
  /// A draw in which one of them is undefined does not count for it.
  func intervals(of posts: [Counts]) -> (precision: Interval?, recall: Interval?, f1: Interval?) {
    guard !posts.isEmpty else { return (nil, nil, nil) }
    var generator = SplitMix64(seed: seed)
    var precision: [Double] = []
    var recall: [Double] = []
    var f1: [Double] = []
    for _ in 0..<resamples {
      var sum = Counts()
      for _ in posts.indices { sum += posts[generator.index(below: posts.count)] }
      if let value = sum.precision { precision.append(value) }
      if let value = sum.recall { recall.append(value) }
      if let value = sum.f1 { f1.append(value) }
    }
    return (Self.middle(of: precision), Self.middle(of: recall), Self.middle(of: f1))
  }

  /// The range of the middle 95 % of `values`.
  private static func middle(of values: [Double]) -> Interval? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return quantile(0.025, of: sorted)...quantile(0.975, of: sorted)
  }

  /// A quantile of sorted values, linear between the two nearest.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}
