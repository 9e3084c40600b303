/// Whether scores can be taken at their word.
///
/// They can if 8 in 10 posts with a score of 0.8 are labelled, and so on.
public struct Reliability: Sendable, Hashable {
  /// Posts of about the same score.
  public struct Bin: Sendable, Hashable {
    /// The posts.
    public var posts: Int
    /// Of these, the posts that readers labelled.
    public var labelled: Int
    /// The least and the highest score.
    public var scores: ClosedRange<Double>
    /// The mean score: the share that should be labelled.
    public var mean: Double

    /// The share that is labelled, with Jeffreys' 95 % interval.
    public var observed: Estimate? { .share(labelled, of: posts) }
  }

  /// The bins, the lowest scores first.
  public let bins: [Bin]
  /// How far the observed shares are from the mean scores, on average over posts; `nil` without posts.
  public let calibrationError: Double?
  /// The mean square of what scores are off by (Brier): 0 is best, and a constant answer of ½ gets
  /// 0.25; `nil` without posts.
  public let brier: Double?

  /// The least number of posts in a bin, unless there are fewer in all.
  static let leastPosts = 5

  /// Sorts posts into at most `count` bins of about equally many posts.
  ///
  /// Equal scores stay in one bin, so that the order of the posts does not matter; what is left after
  /// a large bin is shared evenly among the others.
  init(_ forecasts: [Forecast], bins count: Int = 10) {
    let levels = Dictionary(grouping: forecasts, by: \.score).sorted { $0.key < $1.key }
    var bins: [Bin] = []
    var pending: [Forecast] = []
    var left = forecasts.count
    for level in levels {
      pending += level.value
      let places = max(1, count - bins.count)
      let enough = max(Self.leastPosts, (left + places - 1) / places)
      let rest = left - pending.count
      guard rest == 0 || pending.count >= enough && rest >= Self.leastPosts else { continue }
      bins.append(Bin(pending))
      left = rest
      pending = []
    }
    self.bins = bins
    guard !forecasts.isEmpty else {
      (calibrationError, brier) = (nil, nil)
      return
    }
    let posts = Double(forecasts.count)
    calibrationError =
      bins.reduce(0) { $0 + abs(Double($1.posts) * $1.mean - Double($1.labelled)) } / posts
    // Over the sorted levels, as a sum of floating-point numbers depends on its order.
    brier =
      levels.reduce(0) { sum, level in
        let labelled = Double(level.value.count { $0.isTrue })
        let missing = 1 - level.key
        return sum + labelled * missing * missing
          + (Double(level.value.count) - labelled) * level.key * level.key
      } / posts
  }
}

extension Reliability.Bin {
  /// A bin of posts in ascending order of their scores.
  fileprivate init(_ forecasts: [Forecast]) {
    let scores = forecasts.map(\.score)
    posts = forecasts.count
    labelled = forecasts.count { $0.isTrue }
    self.scores = scores[0]...scores[scores.count - 1]
    mean = scores.reduce(0, +) / Double(posts)
  }
}
