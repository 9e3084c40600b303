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

  /// The 95 % intervals of what some counts are worth.
  struct Intervals: Sendable {
    var precision: Interval?
    var recall: Interval?
    var f1: Interval?
  }

  /// The intervals for each column of counts, which has one element for each post.
  ///
  /// All columns share the draws, as each would see the same ones anyway. A draw in which a measure
  /// is undefined does not count for it.
  ///
  /// - Complexity: O(resamples × (posts + counts that are not zero)).
  func intervals(of columns: [[Counts]]) -> [Intervals] {
    let posts = columns.first?.count ?? 0
    guard posts > 0 else { return columns.map { _ in Intervals() } }
    var generator = SplitMix64(seed: seed)
    var samples = columns.map { Samples(of: $0) }
    var times = [Int](repeating: 0, count: posts)
    for _ in 0..<resamples {
      for post in times.indices { times[post] = 0 }
      for _ in times.indices { times[generator.index(below: posts)] += 1 }
      for column in samples.indices { samples[column].add(times) }
    }
    return samples.map(\.intervals)
  }

  /// The intervals of one column.
  func intervals(of posts: [Counts]) -> Intervals { intervals(of: [posts])[0] }

  /// What the draws gave for one column.
  private struct Samples {
    // Most posts count nowhere in most columns.
    private let counted: [(post: Int, counts: Counts)]
    private var precision: [Double] = []
    private var recall: [Double] = []
    private var f1: [Double] = []

    init(of posts: [Counts]) {
      counted = posts.enumerated().filter { $0.element != Counts() }.map { ($0.offset, $0.element) }
    }

    /// Measures one draw, in which each post came so many times.
    mutating func add(_ times: [Int]) {
      var sum = Counts()
      for (post, counts) in counted { sum.add(counts, times: times[post]) }
      if let value = sum.precision { precision.append(value) }
      if let value = sum.recall { recall.append(value) }
      if let value = sum.f1 { f1.append(value) }
    }

    var intervals: Intervals {
      Intervals(
        precision: Bootstrap.middle(of: precision),
        recall: Bootstrap.middle(of: recall),
        f1: Bootstrap.middle(of: f1)
      )
    }
  }

  /// The range of the middle 95 % of `values`.
  fileprivate static func middle(of values: [Double]) -> Interval? {
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
