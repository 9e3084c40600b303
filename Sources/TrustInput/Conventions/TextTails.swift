/// What interfaces leave behind at the end of a text: 展开全文, 收起全文 and the like.
enum TextTails {
  /// The length of a text without its tails and the white space before them.
  ///
  /// - Complexity: Linear in what is dropped.
  static func end(of text: [UInt8], _ tails: [[UInt8]]) -> Int {
    var end = trimmed(text, text.count)
    var wasCut = true
    var dropped = false
    while wasCut {
      wasCut = false
      for tail in tails where end >= tail.count && text[..<end].suffix(tail.count) == tail[...] {
        end = trimmed(text, end - tail.count)
        wasCut = true
        dropped = true
      }
    }
    return dropped ? end : text.count
  }

  /// Goes back over white space, and the zero width spaces that Weibo ends texts with.
  private static func trimmed(_ text: [UInt8], _ start: Int) -> Int {
    var end = start
    while end > 0 {
      if text[end - 1] <= 0x20 {
        end -= 1
      } else if text[..<end].suffix(3) == [0xE2, 0x80, 0x8B] {
        end -= 3
      } else {
        break
      }
    }
    return end
  }
}
