internal import CClocks
internal import CPeers

/// An engine that is one C function over all posts.
final class FunctionEngine: Engine {
  let name: String
  private let body: (Posts, Int) -> Int

  init(_ name: String, _ body: @escaping (Posts, Int) -> Int) {
    self.name = name
    self.body = body
  }

  func run(_ posts: Posts, count: Int) -> Run {
    let start = peer_thread_ns()
    let found = body(posts, count)
    return Run(nanoseconds: peer_thread_ns() - start, matches: found)
  }
}

extension FunctionEngine {
  /// Copying the posts to other memory.
  static func copying() -> FunctionEngine {
    var target: [UInt8] = []
    return FunctionEngine("memcpy") { posts, count in
      let length = Int(posts.starts[count])
      if target.count < length { target = [UInt8](repeating: 0, count: length) }
      peer_copy(&target, posts.bytes, Int64(length))
      return 0
    }
  }

  /// Counting newlines.
  static func newlines() -> FunctionEngine {
    FunctionEngine("newline count") { posts, count in
      Int(peer_count_newlines(posts.bytes, posts.starts[count]))
    }
  }

  /// Finding the words of every post by ICU, and nothing else.
  static func words() -> FunctionEngine {
    FunctionEngine("ICU word segmentation alone") { posts, count in
      Int(posts.withPeerPosts(count, peer_icu_words))
    }
  }

  /// Folding every post by the peers' table, and nothing else.
  static func folding(_ folding: Folding) -> FunctionEngine {
    var target: [UInt8] = []
    return FunctionEngine("folding alone (C table)") { posts, count in
      posts.withPeerPosts(count) { posts in
        var total: Int64 = 0
        for post in 0..<count {
          let length = posts.starts[post + 1] - 1 - posts.starts[post]
          let bound = Int(peer_fold_bound(folding.table, length))
          if target.count < bound { target = [UInt8](repeating: 0, count: bound) }
          let text = posts.bytes + Int(posts.starts[post])
          total += peer_fold_text(folding.table, text, length, &target, nil)
        }
        return Int(total)
      }
    }
  }
}
