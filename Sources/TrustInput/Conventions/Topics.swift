/// The topics that a text marks with `#`.
enum Topics {
  /// The longest topic in bytes.
  static let longest = 120

  /// Finds the topics, each once, in order.
  ///
  /// - Complexity: Linear in the text.
  static func all(in text: [UInt8], _ marks: Profile.Hashtags) -> [String] {
    guard marks != .none else { return [] }
    var topics: [String] = []
    var at = 0
    while at < text.count {
      guard text[at] == UInt8(ascii: "#") else {
        at += 1
        continue
      }
      let end = marks == .wrapped ? closingMark(text, at + 1) : plainEnd(text, at + 1)
      guard let end, end > at + 1 else {
        at += 1
        continue
      }
      let topic = name(text[at + 1..<end])
      if !topic.isEmpty, !topics.contains(topic) { topics.append(topic) }
      // The mark that closes one opens no other.
      at = end < text.count && text[end] == UInt8(ascii: "#") ? end + 1 : end
    }
    return topics
  }

  private static func closingMark(_ text: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at < text.count, at - start <= longest, text[at] != UInt8(ascii: "\n") {
      if text[at] == UInt8(ascii: "#") { return at }
      at += 1
    }
    return nil
  }

  /// Up to white space, a sign of ASCII that is in no name, or a sign of Chinese.
  private static func plainEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at < text.count, at - start <= longest, !isEnd(text, at) { at += 1 }
    return at - start > longest ? nil : at
  }

  private static func isEnd(_ text: [UInt8], _ at: Int) -> Bool {
    let byte = text[at]
    if byte < 0x80 {
      let isName = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      // Xiaohongshu writes the kind behind the name: #养生[话题]#.
      return !isName && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "[")
        && byte != UInt8(ascii: "]")
    }
    // 、。《》 and the like, and the wide forms of ！，：；？ (U+3000–U+301F, U+FF00–U+FF0F …).
    return byte == 0xE3 && at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] < 0xA0
      || byte == 0xEF && at + 2 < text.count && text[at + 1] == 0xBC
        && (text[at + 2] < 0x90 || text[at + 2] > 0x99)
  }

  /// A topic's name without spaces around it and the kind behind it.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    var name = Substring(String(decoding: bytes, as: UTF8.self))
    if name.last == "]", let open = name.lastIndex(of: "[") { name = name[..<open] }
    while name.first == " " { name.removeFirst() }
    while name.last == " " { name.removeLast() }
    return String(name)
  }
}
