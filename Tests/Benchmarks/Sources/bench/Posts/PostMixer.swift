/// Alters posts: puts hits into them, stretches them, or writes them as somebody would who hides.
struct PostMixer {
  private var random: SplitMix64

  init(seed: UInt64 = 13) {
    random = SplitMix64(seed: seed)
  }

  /// Posts of which so many in a hundred hold one of `hits`, at a random place.
  mutating func posts(_ quiet: Posts, name: String, percent: Int, hits: [[UInt8]]) -> Posts {
    var texts: [[UInt8]] = []
    for post in 0..<quiet.count {
      var text = Array(quiet.text(post))
      if random.chance(percent: percent), let hit = hits.randomElement(using: &random) {
        var places = text.indices.filter { text[$0] & 0xC0 != 0x80 }
        places.append(text.count)
        let place = places.randomElement(using: &random) ?? 0
        text.replaceSubrange(place..<place, with: [0x20] + hit + [0x20])
      }
      texts.append(text)
    }
    return Posts(name: name, texts)
  }

  /// Posts of nothing but hits.
  mutating func onlyHits(_ hits: [[UInt8]], name: String, bytes: Int) -> Posts {
    var texts: [[UInt8]] = []
    var total = 0
    while total < bytes {
      var text: [UInt8] = []
      while text.count < 100 { text += (hits.randomElement(using: &random) ?? []) + [0x20] }
      total += text.count
      texts.append(text)
    }
    return Posts(name: name, texts)
  }

  /// The posts with every scalar replaced.
  static func disguised(
    _ posts: Posts,
    name: String,
    bytes: Int,
    _ disguise: (Unicode.Scalar) -> [Unicode.Scalar]
  ) -> Posts {
    var texts: [String.UTF8View] = []
    for post in 0..<posts.count(ofBytes: bytes) {
      var text = String.UnicodeScalarView()
      for scalar in String(decoding: posts.text(post), as: UTF8.self).unicodeScalars {
        text.append(contentsOf: disguise(scalar))
      }
      texts.append(String(text).utf8)
    }
    return Posts(name: name, texts)
  }

  /// A zero-width space behind every character.
  static func zeroWidth(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] { [scalar, "\u{200B}"] }

  /// ASCII in full width.
  static func fullWidth(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard (0x21...0x7E).contains(scalar.value) else { return [scalar] }
    return [Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar]
  }

  /// Three combining marks on every character.
  static func zalgo(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    [scalar, "\u{0301}", "\u{0323}", "\u{0336}"]
  }
}
