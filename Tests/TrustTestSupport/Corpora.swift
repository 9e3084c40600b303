internal import Foundation

/// The files of the repository that tests read.
package enum Corpora {
  /// The folder of the repository.
  package static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// A labelled post, as far as tests of the engine need it.
  package struct Post: Decodable, Sendable {
    package var id: String
    package var text: String
    package var verdict: String
  }

  /// The project's own posts in `zh` or `en`.
  package static func posts(_ language: String) throws -> [Post] {
    let path = "\(repository)/corpora/posts/\(language).jsonl"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(Post.self, from: Data($0.utf8)) }
  }
}
