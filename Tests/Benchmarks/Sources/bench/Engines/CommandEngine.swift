internal import CClocks
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

  /// The same by way of `measure`, which knows the program's peak memory.
  static func measured(
    _ arguments: [String],
    in folder: URL,
    isSuccess: (Int32) -> Bool
  ) throws -> peer_usage {
    let out = folder.appendingPathComponent("usage.txt")
    let measure = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("measure").path
    _ = try run([measure, out.path] + arguments)
    let numbers = try String(contentsOf: out, encoding: .utf8).split { $0.isWhitespace }
      .compactMap { Int64($0) }
    guard numbers.count == 4, isSuccess(Int32(numbers[0])) else {
      throw Failure(description: "“\(arguments.joined(separator: " "))” did not run")
    }
    return peer_usage(
      status: Int32(numbers[0]),
      wall_ns: numbers[1],
      cpu_ns: numbers[2],
      peak_bytes: numbers[3]
    )
  }

  static func exists(_ name: String) -> Bool {
    (try? run(["/bin/sh", "-c", "command -v \(name)"])) != nil
  }
}
