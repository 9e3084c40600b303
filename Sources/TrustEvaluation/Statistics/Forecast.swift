/// What was said to be how likely, and whether it was so.
struct Forecast: Sendable, Hashable {
  /// The score, 0 to 1.
  var score: Double
  /// Whether it was so.
  var isTrue: Bool
}
