internal import CPeers
internal import Foundation

/// A program that is run on a file of posts; its CPU time is that of all its threads.
final class CommandEngine: Engine {
  let name: String
  let needsAll = true
  private let arguments: (Posts) throws -> [String]
  private let isSuccess: (Int32) -> Bool

  /// A program with the arguments for some posts; `isSuccess` judges its exit status.
  init(
    _ name: String,
    isSuccess: @escaping (Int32) -> Bool = { $0 == 0 },
    _ arguments: @escaping (Posts) throws -> [String]
  ) {
    self.name = name
    self.arguments = arguments
    self.isSuccess = isSuccess
  }

  func run(_ posts: Posts, count: Int) throws -> Run {
    let usage = try Command.run(arguments(posts), isSuccess: isSuccess)
    return Run(nanoseconds: usage.cpu_ns, matches: 0)
  }

  /// ripgrep for any of the phrases, counting lines.
  static func ripgrep(_ phrases: PhraseSet, in folder: URL) -> CommandEngine {
    CommandEngine("rg -c -F -f (with start)", isSuccess: { $0 < 2 }) { posts in
      [
        "rg", "-a", "-j1", "--no-mmap", "-c", "-F", "-f",
        try phrases.path(isFolded: false, in: folder), try posts.path(in: folder),
      ]
    }
  }
}

/// Programs that are run to their end.
enum Command {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static func run(
    _ arguments: [String],
    isSuccess: (Int32) -> Bool = { $0 == 0 }
  ) throws -> peer_usage {
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let usage = peer_run(arguments[0], &words)
    guard isSuccess(usage.status) else {
      throw Failure(description: "“\(arguments.joined(separator: " "))” ended with \(usage.status)")
    }
    return usage
  }

  static func exists(_ name: String) -> Bool {
    (try? run(["/bin/sh", "-c", "command -v \(name)"])) != nil
  }
}
