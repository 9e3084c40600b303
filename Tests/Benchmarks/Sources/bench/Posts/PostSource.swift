internal import Foundation

/// Posts of one language, or of both.
struct PostSource {
  let name: String
  /// `zh` or `en`: which tokeniser a peer gets that needs one.
  let language: String
  let posts: Posts

  /// Whether it is made of the other ones.
  var isMixed: Bool { name == "mixed" }

  init(_ posts: Posts) {
    self.posts = posts
    name = posts.name
    language = Self.language(of: posts)
  }

  /// One for each file, or for each language of our corpora, made up; and all of them mixed.
  ///
  /// None has more bytes than said.
  static func all(_ files: [String], bytes limit: Int) throws -> [PostSource] {
    var all: [Posts]
    if files.isEmpty {
      all = try ["zh", "en"].map { language in
        var maker = PostMaker(like: Posts(name: language, try Repository.posts(language)))
        return maker.posts(name: "\(language), made up", bytes: limit)
      }
    } else {
      all = try files.map { path in
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return try PostFile.posts(path, name: name).prefix(bytes: limit)
      }
    }
    if all.count > 1 { all.append(mixed(all, bytes: limit)) }
    return all.map(PostSource.init)
  }

  private static func mixed(_ all: [Posts], bytes limit: Int) -> Posts {
    var random = SplitMix64(seed: 3)
    let parts = all.flatMap { posts in
      (0..<posts.count(ofBytes: limit / all.count)).map { Array(posts.text($0)) }
    }
    return Posts(name: "mixed", parts.shuffled(using: &random))
  }

  /// Chinese, if a quarter of the bytes are of characters of three.
  private static func language(of posts: Posts) -> String {
    let sample = posts.bytes.prefix(100_000)
    return sample.count { $0 >= 0xE4 && $0 <= 0xE9 } * 3 * 4 > sample.count ? "zh" : "en"
  }
}
