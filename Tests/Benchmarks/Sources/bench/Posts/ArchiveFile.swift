internal import Foundation

/// An archive of any size: the posts of some sources over and over, each under an id of its own.
struct ArchiveFile {
  let path: String
  let bytes: Int
  let posts: Int

  /// Writes JSON lines of about so many bytes, without holding them in memory.
  init(_ sources: [Posts], bytes limit: Int, in folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    // Every piece of text is written once in JSON's form; what changes from round to round is the id.
    let texts = try sources.flatMap { posts in
      try (0..<posts.count).map {
        Data(try encoder.encode(String(decoding: posts.text($0), as: UTF8.self)))
      }
    }
    path = folder.appendingPathComponent("archive-\(limit).jsonl").path
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var (bytes, count) = (0, 0)
    var chunk = Data()
    while bytes < limit {
      let head =
        #"{"id":"\#(count)","platform":"made","author":"account \#(count % 997)","#
        + #""created_at":"2026-01-01T00:00:00Z","text":"#
      let line = Data(head.utf8) + texts[count % texts.count] + Data("}\n".utf8)
      chunk.append(line)
      bytes += line.count
      count += 1
      if chunk.count > 1 << 22 {
        try file.write(contentsOf: chunk)
        chunk.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: chunk)
    (self.bytes, posts) = (bytes, count)
  }
}
