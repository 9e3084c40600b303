/// What becomes of precision and recall as the threshold moves.
public struct ThresholdCurve: Sendable, Hashable {
  /// What one threshold gives.
  public struct Point: Sendable, Hashable {
    /// The least score that flags a post.
    public var threshold: Double
    /// What is flagged and right at that threshold.
    public var counts: Counts
  }

  /// One point for each score that occurs, the highest first.
  ///
  /// A score of 0 is none: a post that has it is flagged at no threshold.
  public let points: [Point]
  /// The posts that should be flagged.
  public let labelled: Int

  init(_ forecasts: [Forecast]) {
    let labelled = forecasts.count { $0.isTrue }
    var counts = Counts(predicted: 0, right: 0, labelled: labelled, found: 0)
    var points: [Point] = []
    for forecast in forecasts.filter({ $0.score > 0 }).sorted(by: { $0.score > $1.score }) {
      counts.predicted += 1
      counts.right += forecast.isTrue ? 1 : 0
      counts.found = counts.right
      if points.last?.threshold == forecast.score { points.removeLast() }
      points.append(Point(threshold: forecast.score, counts: counts))
    }
    self.points = points
    self.labelled = labelled
  }

  /// What any threshold above 0 gives.
  public func counts(at threshold: Double) -> Counts {
    points.last { $0.threshold >= threshold }?.counts
      ?? Counts(predicted: 0, right: 0, labelled: labelled, found: 0)
  }
}
