/// How fast an engine was on some posts.
struct Speed: Codable {
  var suite: String
  var track: Track
  /// What is compared with each other, as `3,000 phrases`.
  var group: String
  /// What differs along a table, as `zh` or `30 %`.
  var column: String
  var engine: String
  var posts: Int
  var bytes: Int
  var matches: Int
  /// By the median of the rounds.
  var megabytesPerSecond: Double
  var nanosecondsPerPost: Double
  /// From the slowest round to the fastest, as a share of the median.
  var spread: Double
  /// How many times faster the group's anchor was, in the same rounds.
  var anchorRatio: Double?

  init(suite: String, track: Track, group: String, column: String, _ outcome: Contest.Outcome) {
    let sorted = outcome.nanoseconds.sorted()
    let median = Double(max(1, sorted[sorted.count / 2]))
    self.suite = suite
    self.track = track
    self.group = group
    self.column = column
    engine = outcome.entrant.engine.name
    posts = outcome.count
    bytes = outcome.bytes
    matches = outcome.matches
    megabytesPerSecond = Double(outcome.bytes) * 1000 / median
    nanosecondsPerPost = median / Double(outcome.count)
    spread = Double(sorted[sorted.count - 1] - sorted[0]) / median
  }
}

/// Any other number: a latency, a start-up time, a size.
struct Figure: Codable {
  var suite: String
  var group: String
  var column: String
  var name: String
  var value: Double
  var unit: String
}

/// Whether engines that do identical work found the same.
struct Check: Codable {
  struct Side: Codable {
    var engine: String
    var matches: Int
    var hash: String
    /// Findings of the engine that no search for the plain phrase looks for.
    var beyond: Int
  }

  var group: String
  var column: String
  var posts: Int
  var sides: [Side]
  /// Some matches that only one of them has, as post, phrase and place.
  var differences: [String]

  var isEqual: Bool { Set(sides.map(\.hash)).count <= 1 }
}
