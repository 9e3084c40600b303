internal import CPeers
internal import Foundation

/// Many posts in one buffer, each followed by a newline, which none of them holds.
final class Posts {
  let name: String
  let bytes: [UInt8]
  /// Where each post starts, and at last where all of them end.
  let starts: [Int64]

  private var file: String?
  private var foldedPosts: Posts?

  /// Puts posts into one buffer; newlines in them become spaces.
  init(name: String, _ texts: some Sequence<some Sequence<UInt8>>) {
    var bytes: [UInt8] = []
    var starts: [Int64] = [0]
    for text in texts {
      bytes.append(contentsOf: text.lazy.map { $0 == 0x0A ? 0x20 : $0 })
      bytes.append(0x0A)
      starts.append(Int64(bytes.count))
    }
    self.name = name
    self.bytes = bytes
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  /// The bytes of one post, its newline left out.
  func range(_ post: Int) -> Range<Int> { Int(starts[post])..<Int(starts[post + 1]) - 1 }

  func text(_ post: Int) -> ArraySlice<UInt8> { bytes[range(post)] }

  /// How many posts from the start have so many bytes together; at least one.
  func count(ofBytes limit: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle + 1]) <= limit { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The first of them as a set of its own.
  func prefix(bytes limit: Int) -> Posts {
    Posts(name: name, (0..<count(ofBytes: limit)).lazy.map { self.text($0) })
  }

  /// The same posts folded, made when first asked for: there is one folding.
  ///
  /// A line separator folds to a newline, which must not become a space that a phrase may hold.
  func folded(by folding: Folding) -> Posts {
    if let foldedPosts { return foldedPosts }
    let made = Posts(
      name: name,
      (0..<count).lazy.map { folding.folded(self.text($0)).map { $0 == 0x0A ? 0 : $0 } }
    )
    foldedPosts = made
    return made
  }

  /// The same, for C.
  func withPeerPosts<Result>(
    _ count: Int,
    _ body: (peer_posts) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { bytes in
      try starts.withUnsafeBufferPointer { starts in
        guard let bytes = bytes.baseAddress, let starts = starts.baseAddress else {
          preconditionFailure("there are no posts")
        }
        return try body(peer_posts(bytes: bytes, starts: starts, count: Int64(count)))
      }
    }
  }

  /// A file with one post a line, for programs that read files; written when first asked for.
  func path(in folder: URL) throws -> String {
    if let file { return file }
    let url = folder.appendingPathComponent("posts-\(UUID().uuidString).txt")
    try Data(bytes).write(to: url)
    file = url.path
    return url.path
  }
}
