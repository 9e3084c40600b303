/// Wilson's score interval for a share: what is known of it after counting.
///
/// Ranking by its lower bound asks “how high is the share at least?”, so that three posts of ten do not
/// rank above two thousand of ten thousand.
package struct WilsonInterval: Sendable, Hashable {
  /// The share that was seen; 0 if nothing was.
  package var share: Double
  package var low: Double
  package var high: Double

  /// The 95 % interval for `count` of `total`; all from 0 to 1 if nothing was counted.
  package init(_ count: Int, of total: Int) {
    precondition(0 <= count && count <= total, "\(count) of \(total) is no share")
    guard total > 0 else {
      (share, low, high) = (0, 0, 1)
      return
    }
    let z = 1.959963984540054
    let n = Double(total)
    let p = Double(count) / n
    let middle = p + z * z / (2 * n)
    let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    share = p
    // At the ends rounding would leave something like 1e-17.
    low = count == 0 ? 0 : max(0, (middle - reach) / scale)
    high = count == total ? 1 : min(1, (middle + reach) / scale)
  }
}
