#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// What is known of a share after counting: the beta distribution.
struct BetaDistribution: Sendable {
  /// Both shapes are above 0.
  let a: Double
  let b: Double

  /// The probability that the share is at most `x`: the regularised incomplete beta function.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(
      Self.logGamma(a + b) - Self.logGamma(a) - Self.logGamma(b) + a * log(x) + b * log1p(-x)
    )
    // The fraction converges fast only below the mean; above it the mirror image does.
    if x < (a + 1) / (a + b + 2) {
      return front * Self.fraction(x, a, b) / a
    }
    return 1 - front * Self.fraction(1 - x, b, a) / b
  }

  /// The share that is not exceeded with a probability of `probability`.
  ///
  /// By bisection down to neighbouring numbers: slower than Newton's method, and never lost.
  func quantile(_ probability: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { return high }
      if cumulative(middle) < probability { low = middle } else { high = middle }
    }
  }

  /// The continued fraction of the incomplete beta function, by Lentz's method.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    // Lentz: a denominator of 0 is replaced by something tiny, which cancels one step later.
    func nonzero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var result = d
    // The number of steps needed grows with the root of the larger shape.
    let steps = 200 + Int(10 * max(a, b).squareRoot())
    for step in 1...steps {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      result *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      result *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    return result
  }

  /// The logarithm of the gamma function for `x` above 0, by Stirling's series.
  ///
  /// Not the C library's, which keeps the sign in a global variable.
  static func logGamma(_ x: Double) -> Double {
    // The series is exact to the last digits from 10 on; below, Γ(x) = Γ(x + 1) / x leads there.
    var argument = x
    var product = 1.0
    while argument < 10 {
      product *= argument
      argument += 1
    }
    let square = 1 / (argument * argument)
    let series =
      (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
      / argument
    return (argument - 0.5) * log(argument) - argument + 0.5 * log(2 * .pi) + series - log(product)
  }
}

/// The interval for a share that Jeffreys' prior gives.
enum Jeffreys {
  /// The 95 % interval for a share of which `right` in `count` were seen.
  ///
  /// It starts at 0 if none were and ends at 1 if all were (as Brown, Cai and DasGupta advise), and
  /// is the whole range if nothing was seen.
  static func interval(right: Int, of count: Int) -> ClosedRange<Double> {
    precondition(0 <= right && right <= count, "\(right) of \(count) is no share")
    let beta = BetaDistribution(a: Double(right) + 0.5, b: Double(count - right) + 0.5)
    let low = right == 0 ? 0 : beta.quantile(0.025)
    let high = right == count ? 1 : beta.quantile(0.975)
    return low...high
  }
}
