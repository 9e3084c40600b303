internal import Foundation

/// Files of the repository that the benchmarks read.
enum Repository {
  /// A path in the repository.
  static func path(_ relative: String) -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent(relative).path
  }

  private struct Post: Decodable {
    var text: String
    var verdict: String?
  }

  /// The project's own posts in a language, quiet ones included.
  static func posts(_ language: String) throws -> [[UInt8]] {
    try records(language).map { Array($0.text.utf8) }
  }

  /// Those that deserve a finding, the short ones.
  static func hits(_ language: String) throws -> [[UInt8]] {
    try records(language).filter { $0.verdict == "flag" }.map { Array($0.text.utf8) }
      .filter { $0.count <= 150 && !$0.contains(0x0A) }
  }

  private static func records(_ language: String) throws -> [Post] {
    try ["corpora/posts/\(language).jsonl", "corpora/quiet/\(language).jsonl"].flatMap { file in
      try Data(contentsOf: URL(fileURLWithPath: path(file))).split(separator: 0x0A)
        .map { try JSONDecoder().decode(Post.self, from: $0) }
    }
  }
}
