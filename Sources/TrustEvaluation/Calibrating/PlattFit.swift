internal import TrustEngine
internal import TrustText

/// Platt's method: the line in log-odds that makes labelled posts most likely.
enum PlattFit {
  /// Fits a and b of logit p = a · logit score + b, by Newton's method with step halving (Lin, Lin
  /// and Weng 2007).
  ///
  /// Labels are drawn a little towards one half, as Platt advises, so that a handful of posts that
  /// all agree gives no certainty. A line that would fall is replaced by the best level one.
  static func curve(_ posts: [Forecast]) -> Calibration.Curve {
    let positives = Double(posts.count { $0.isTrue })
    let negatives = Double(posts.count) - positives
    let high = (positives + 1) / (positives + 2)
    let low = 1 / (negatives + 2)
    let points = posts.map { (x: LogOdds.of($0.score), target: $0.isTrue ? high : low) }
    let level = points.isEmpty ? 0.5 : points.reduce(0) { $0 + $1.target } / Double(points.count)

    var (a, b) = (0.0, LogOdds.of(level))
    var loss = Self.loss(points, a, b)
    for _ in 0..<100 {
      guard let step = Self.step(points, a, b) else { break }
      var size = 1.0
      var next = (loss: Double.infinity, a: a, b: b)
      while size > 1e-10 {
        next = (0, a - size * step.a, b - size * step.b)
        next.loss = Self.loss(points, next.a, next.b)
        if next.loss < loss { break }
        size /= 2
      }
      guard next.loss < loss else { break }
      (loss, a, b) = next
    }
    if a < 0 { (a, b) = (0, LogOdds.of(level)) }
    return .platt(a: a.rounded(decimals: 4), b: b.rounded(decimals: 4))
  }

  private typealias Point = (x: Double, target: Double)

  private static func loss(_ points: [Point], _ a: Double, _ b: Double) -> Double {
    points.reduce(0) { sum, point in
      let probability = min(max(LogOdds.probability(a * point.x + b), 1e-15), 1 - 1e-15)
      return sum - point.target * LogOdds.log(probability)
        - (1 - point.target) * LogOdds.log(1 - probability)
    }
  }

  /// Newton's step, or `nil` where the loss is level.
  private static func step(_ points: [Point], _ a: Double, _ b: Double) -> (a: Double, b: Double)? {
    // A trace of a slope keeps the equations solvable where all scores are the same.
    var (aa, bb, ab) = (1e-9, 1e-9, 0.0)
    var (ga, gb) = (0.0, 0.0)
    for point in points {
      let probability = LogOdds.probability(a * point.x + b)
      let weight = probability * (1 - probability)
      aa += point.x * point.x * weight
      bb += weight
      ab += point.x * weight
      ga += point.x * (probability - point.target)
      gb += probability - point.target
    }
    guard abs(ga) > 1e-9 || abs(gb) > 1e-9 else { return nil }
    let determinant = aa * bb - ab * ab
    return ((bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant)
  }
}

extension Double {
  /// Rounded as calibration files write numbers, so that what is read is what was fitted.
  func rounded(decimals: Int) -> Double {
    let unit = Double((0..<decimals).reduce(1) { unit, _ in unit * 10 })
    return (self * unit).rounded() / unit
  }
}
