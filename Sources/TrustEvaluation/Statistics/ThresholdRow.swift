/// What several curves give at the same thresholds.
struct ThresholdRow {
  /// The thresholds, of 0.05, 0.10 … 0.95, that give the same.
  var thresholds: ClosedRange<Double>
  /// What each curve gives.
  var counts: [Counts]

  /// The rows of some curves, the lowest thresholds first; thresholds that change nothing share one.
  static func rows(of curves: [ThresholdCurve]) -> [ThresholdRow] {
    (1...19).map { Double($0) / 20 }.reduce(into: []) { rows, threshold in
      let counts = curves.map { $0.counts(at: threshold) }
      if let last = rows.last, last.counts == counts {
        rows[rows.count - 1].thresholds = last.thresholds.lowerBound...threshold
      } else {
        rows.append(ThresholdRow(thresholds: threshold...threshold, counts: counts))
      }
    }
  }

  /// The thresholds, as `0.05–0.40`.
  var name: String {
    let low = Estimate.fixed(thresholds.lowerBound, decimals: 2)
    let high = Estimate.fixed(thresholds.upperBound, decimals: 2)
    return low == high ? low : "\(low)–\(high)"
  }
}
