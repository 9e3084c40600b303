/// An engine that takes no part of a set.
final class WholeFile: Engine {
  private let engine: any Engine

  init(_ engine: any Engine) {
    self.engine = engine
  }

  var name: String { engine.name }
  var needsAll: Bool { true }

  func run(_ posts: Posts, count: Int) throws -> Run { try engine.run(posts, count: count) }
}
