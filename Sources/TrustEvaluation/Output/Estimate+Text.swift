extension Estimate {
  /// As `0.951 [0.912, 0.983]`.
  var text: String {
    guard let interval else { return Self.fixed(value, decimals: 3) }
    let low = Self.fixed(interval.lowerBound, decimals: 3)
    let high = Self.fixed(interval.upperBound, decimals: 3)
    return "\(Self.fixed(value, decimals: 3)) [\(low), \(high)]"
  }

  /// A number of 0 or more with just so many decimals.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    let scaled = Int((value * Double(unit)).rounded())
    guard decimals > 0 else { return String(scaled) }
    let fraction = String(scaled % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(scaled / unit).\(zeros)\(fraction)"
  }
}

extension Estimate? {
  /// The estimate, or a dash where there is nothing to measure.
  var text: String { self?.text ?? "–" }
}
