/// How long things took, in buckets as Prometheus wants them.
struct Histogram: Sendable {
  /// The upper bounds of the buckets, in seconds.
  static let bounds = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]

  /// How many fell into each bucket; the last is for all that are longer.
  private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// All together, in seconds.
  private(set) var sum = 0.0

  /// Notes a duration in seconds.
  mutating func note(_ seconds: Double) {
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += seconds
  }
}
