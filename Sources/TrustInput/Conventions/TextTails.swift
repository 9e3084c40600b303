/// What interfaces leave behind at the end of a text: 展开全文, 收起全文 and the like.
enum TextTails {
  /// The length of a text without its tails and the white space before them.
  ///
  /// - Complexity: Linear in what is dropped.
  static func end(of text: [UInt8], _ tails: [[UInt8]]) -> Int {
    guard !tails.isEmpty else { return text.count }
    var end = trimmed(text, text.count)
    var wasCut = true
    var dropped = false
    while wasCut {
      wasCut = false
      for tail in tails where ends(text, at: end, with: tail) {
        end = trimmed(text, end - tail.count)
        wasCut = true
        dropped = true
      }
    }
    return dropped ? end : text.count
  }

  private static func ends(_ text: [UInt8], at end: Int, with tail: [UInt8]) -> Bool {
    end >= tail.count && tail.indices.allSatisfy { text[end - tail.count + $0] == tail[$0] }
  }

  /// Goes back over white space, and the zero width spaces that Weibo ends texts with.
  private static func trimmed(_ text: [UInt8], _ start: Int) -> Int {
    var end = start
    while end > 0 {
      if text[end - 1] <= 0x20 {
        end -= 1
      } else if end >= 3, text[end - 1] == 0x8B, text[end - 2] == 0x80, text[end - 3] == 0xE2 {
        end -= 3
      } else {
        break
      }
    }
    return end
  }
}
