internal import CClocks
internal import CPeers

/// Hyperscan in literal mode, as it is or behind the engine's folding.
final class HyperscanEngine {
  let name: String
  private let scanner: OpaquePointer
  private let block: Int64
  /// CPU time of compiling the phrases.
  let buildNanoseconds: Int64

  /// Compiles the phrases; `block` is how many bytes are scanned at a time, 0 for one post.
  init?(_ name: String, _ phrases: PhraseSet, isFolded: Bool, block: Int = 0) {
    let texts = isFolded ? phrases.folded : phrases.phrases.map { Array($0.utf8) }
    var starts: [Int64] = [0]
    for text in texts { starts.append(starts[starts.count - 1] + Int64(text.count)) }
    let start = peer_thread_ns()
    let fold = isFolded ? phrases.folding.table : nil
    guard let scanner = peer_scanner_make(texts.flatMap(\.self), starts, Int64(texts.count), fold)
    else { return nil }
    buildNanoseconds = peer_thread_ns() - start
    self.name = name
    self.scanner = scanner
    self.block = Int64(block)
  }

  deinit { peer_scanner_free(scanner) }
}

extension HyperscanEngine: MatchingEngine {
  func run(_ posts: Posts, count: Int) -> Run {
    posts.withPeerPosts(count) { posts in
      let start = peer_thread_ns()
      let found = peer_scanner_run(scanner, posts, block, nil, 0)
      return Run(nanoseconds: peer_thread_ns() - start, matches: Int(found))
    }
  }

  func matches(_ posts: Posts, count: Int) -> MatchSet {
    posts.withPeerPosts(count) { posts in
      let total = peer_scanner_run(scanner, posts, block, nil, 0)
      var found = [peer_match](repeating: peer_match(), count: Int(total))
      _ = peer_scanner_run(scanner, posts, block, &found, total)
      var set = MatchSet()
      for match in found {
        set.insert(
          .init(
            post: Int(match.post),
            phrase: Int(match.phrase),
            start: Int(match.start),
            end: Int(match.end)
          )
        )
      }
      return set
    }
  }
}
