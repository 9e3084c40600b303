/// One way to screen posts, to be timed beside others.
protocol Engine: AnyObject {
  /// What tables call it.
  var name: String { get }
  /// Whether it can only screen all of a set, as programs that read a file do.
  var needsAll: Bool { get }
  /// Screens the first `count` posts.
  func run(_ posts: Posts, count: Int) throws -> Run
}

extension Engine {
  var needsAll: Bool { false }
}

/// An engine that can say what it found, for comparing.
protocol MatchingEngine: Engine {
  func matches(_ posts: Posts, count: Int) throws -> MatchSet
}

/// What one run took: CPU time, and how much it found.
struct Run {
  var nanoseconds: Int64
  var matches: Int
}

/// What engines are compared in; never mixed.
enum Track: String, Codable, CaseIterable {
  /// The same folding, the same edges, overlapping matches, places in the original.
  case identical
  /// As its users run it.
  case native
  /// What no engine can beat.
  case floor
}

/// A place in a contest.
struct Entrant {
  var engine: any Engine
  var tracks: [Track]

  init(_ engine: any Engine, _ tracks: Track...) {
    self.engine = engine
    self.tracks = tracks
  }
}
