internal import TrustReport

/// Numbers as a page shows them.
package enum PageNumber {
  /// A share in whole percent with its interval and a picture of both, or a dash.
  package static func share(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    let value = "<b>\(Wording.percent(estimate.value))</b>"
    guard let interval = estimate.interval else { return value }
    return """
      \(value) <small>\(percents(interval))</small>\(range(estimate.value, interval))
      """
  }

  /// A number among 10,000 posts with its interval, or a dash.
  static func perTenThousand(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    let value = "<b>\(Estimate.fixed(estimate.value, decimals: 1))</b>"
    guard let interval = estimate.interval else { return value }
    let low = Estimate.fixed(interval.lowerBound, decimals: 1)
    let high = Estimate.fixed(interval.upperBound, decimals: 1)
    return "\(value) <small>\(low)–\(high)</small>"
  }

  /// A share in whole percent, or a dash.
  static func percent(_ share: Double?) -> String { share.map(Wording.percent) ?? "–" }

  /// A number with three decimals, or a dash.
  static func decimal(_ number: Double?) -> String {
    number.map { Estimate.fixed($0, decimals: 3) } ?? "–"
  }

  /// As `91–99%`.
  package static func percents(_ interval: ClosedRange<Double>) -> String {
    "\(Wording.percent(interval.lowerBound).dropLast())–\(Wording.percent(interval.upperBound))"
  }

  /// A line from 0 to 1 with the interval as a band and the value as a tick.
  private static func range(_ value: Double, _ interval: ClosedRange<Double>) -> String {
    let low = Estimate.fixed(interval.lowerBound * 100, decimals: 1)
    let width = Estimate.fixed(
      max(1, (interval.upperBound - interval.lowerBound) * 100),
      decimals: 1
    )
    let tick = Estimate.fixed(min(99, max(1, value * 100)) - 1, decimals: 1)
    return """
      <svg class="range" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="track" y="3" width="100" height="2"/>\
      <rect class="band" x="\(low)" y="2" width="\(width)" height="4"/>\
      <rect class="tick" x="\(tick)" width="2" height="8"/></svg>
      """
  }
}
