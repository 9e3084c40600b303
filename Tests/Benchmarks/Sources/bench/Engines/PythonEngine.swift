internal import CPeers
internal import Foundation

/// A Python package that is screened with by `PythonWorker`, timed by its own clock of CPU time.
final class PythonEngine: Engine {
  /// One call for each post, or one for all of them.
  enum Mode: String { case post, block }

  let name: String
  let mode: Mode
  private let worker: PythonWorker
  private var request: PythonWorker.Request
  private let folding: Folding?
  private let folder: URL
  /// CPU time of making the engine, known once it ran.
  private(set) var buildNanoseconds: Int64?

  /// Runs a package on posts as they are, or behind the engine's folding: then its time is that of
  /// our folding in C and its search in the folded posts, without the edges and the way back.
  init(
    _ package: String,
    _ mode: Mode,
    _ phrases: PhraseSet,
    isFolded: Bool,
    language: String,
    worker: PythonWorker,
    in folder: URL
  ) throws {
    let way = mode == .post ? "per post" : "one block"
    name = "\(isFolded ? "fold + " : "")\(package) (pip), \(way)"
    self.mode = mode
    self.worker = worker
    self.folder = folder
    folding = isFolded ? phrases.folding : nil
    request = .init(engine: package, mode: mode.rawValue, language: language)
    request.phrases = try phrases.path(isFolded: isFolded, in: folder)
  }

  func run(_ posts: Posts, count: Int) throws -> Run {
    let fold = folding.map { FunctionEngine.folding($0).run(posts, count: count).nanoseconds }
    request.posts = try searched(posts).path(in: folder)
    request.count = count
    let answer = try worker.ask(request)
    guard let nanoseconds = answer.ns else {
      throw Command.Failure(description: "\(name) did not run: \(answer.missing ?? "no reason")")
    }
    buildNanoseconds = answer.build
    return Run(nanoseconds: nanoseconds + (fold ?? 0), matches: answer.matches ?? 0)
  }

  /// The posts, or all of them folded.
  private func searched(_ posts: Posts) -> Posts {
    folding.map { posts.folded(by: $0) } ?? posts
  }
}

extension PythonEngine: MatchingEngine {
  func matches(_ posts: Posts, count: Int) throws -> MatchSet {
    guard let folding else { preconditionFailure("only folded searches are compared") }
    let dump = folder.appendingPathComponent("matches.txt")
    var request = request
    request.posts = try searched(posts).path(in: folder)
    request.count = count
    request.dump = dump.path
    _ = try worker.ask(request)

    var set = MatchSet()
    var current: (post: Int, text: FoldedPost)?
    for line in try String(contentsOf: dump, encoding: .utf8).split(separator: "\n") {
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      let post = numbers[0]
      if current?.post != post { current = (post, FoldedPost(posts.text(post), folding)) }
      guard let range = current?.text.original(numbers[2]..<numbers[3]) else { continue }
      set.insert(
        .init(post: post, phrase: numbers[1], start: range.lowerBound, end: range.upperBound)
      )
    }
    return set
  }
}
