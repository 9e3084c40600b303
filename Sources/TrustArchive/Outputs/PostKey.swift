internal import TrustInput

/// What makes a post the same post in another file or another run: platform and id, or else the
/// place where it stands and its text.
struct PostKey: Hashable {
  /// 128 bits in hexadecimal.
  ///
  /// XXH64 by two seeds: of a hundred million posts two share a key by chance with a probability of
  /// less than one in 10²².
  let text: String

  init(_ post: InputPost) {
    var bytes: [UInt8] = []
    if let platform = post.facts.platform, let id = post.id {
      bytes += platform.utf8
      bytes.append(0)
      bytes += id.utf8
    } else {
      bytes += post.place.file.utf8
      for number in [post.place.line, post.place.offset] {
        bytes.append(0)
        bytes += String(number).utf8
      }
      for field in post.fields {
        bytes.append(0)
        bytes += field.text
      }
    }
    let halves = [1, 2].map { Digest.of(bytes, seed: $0) }
    text = halves.map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
