internal import Foundation

/// Posts as JSON lines, with the fields that archives have.
struct JSONLines {
  let path: String
  let bytes: [UInt8]
  /// Each line as a post: for counting bytes and lines.
  let posts: Posts

  /// Writes the file; characters outside of ASCII are not escaped.
  init(_ texts: Posts, in folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    posts = try Posts(
      name: texts.name,
      (0..<texts.count).map { post in
        let text = try encoder.encode(String(decoding: texts.text(post), as: UTF8.self))
        let head =
          #"{"id":"\#(post)","platform":"made","created_at":"2026-01-01T00:00:00Z","text":"#
        return Array(head.utf8) + text + Array(#","reposts":0,"likes":0}"#.utf8)
      }
    )
    bytes = posts.bytes
    path = folder.appendingPathComponent("lines-\(UUID().uuidString).jsonl").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
