/// Makes posts like some others, as many as asked for.
struct PostMaker {
  let chain: TokenChain
  private var random: SplitMix64

  init(like posts: Posts, seed: UInt64 = 7) {
    chain = TokenChain(posts)
    random = SplitMix64(seed: seed)
  }

  /// Posts of so many bytes together, as long as those that were learned from.
  mutating func posts(name: String, bytes: Int) -> Posts {
    var made: [[UInt8]] = []
    var total = 0
    while total < bytes {
      let post = post()
      guard !post.isEmpty else { continue }
      made.append(post)
      total += post.count + 1
    }
    return Posts(name: name, made)
  }

  /// Posts of one length, give or take a token.
  mutating func posts(name: String, bytes: Int, eachOf length: Int) -> Posts {
    Posts(name: name, (0..<max(1, bytes / length)).map { _ in post(atLeast: length) })
  }

  private mutating func post(atLeast length: Int = 0) -> [UInt8] {
    var post: [UInt8] = []
    var token: Int32 = 0
    repeat {
      token = chain.successor(of: token, using: &random)
      // Where a post ends too soon, another begins.
      if token == 0, post.count < length { post.append(0x20) }
      post += chain.tokens[Int(token)]
    } while length > 0 ? post.count < length : token != 0
    return post
  }
}
