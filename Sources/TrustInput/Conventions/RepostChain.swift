/// What a poster wrote, and what others had written before, as `//@account:` parts them.
struct RepostChain {
  /// What an account wrote.
  struct Part: Hashable {
    var account: String
    var text: [UInt8]
  }

  /// The poster's own words.
  private(set) var own: [UInt8] = []
  /// Those that were passed on, the nearest first.
  private(set) var quoted: [Part] = []

  /// Cuts a text at its marks.
  ///
  /// - Complexity: Linear.
  init(_ text: [UInt8]) {
    var start = 0
    var account: String?
    var at = 0
    func take(to end: Int) -> [UInt8] { Self.trimmed(text[start..<end]) }
    while at < text.count {
      guard let mark = Self.mark(in: text, at: at) else {
        at += 1
        continue
      }
      add(account, take(to: at))
      account = mark.account
      start = mark.end
      at = mark.end
    }
    // A text without a mark stays as it is, with the white space around it.
    add(account, account == nil ? text : take(to: text.count))
  }

  private mutating func add(_ account: String?, _ text: [UInt8]) {
    guard let account else { return own = text }
    quoted.append(Part(account: account, text: text))
  }

  /// The mark at a place: `//@`, a name without space, and a colon of either width.
  private static func mark(in text: [UInt8], at start: Int) -> (account: String, end: Int)? {
    guard start + 3 < text.count, text[start] == UInt8(ascii: "/"),
      text[start + 1] == UInt8(ascii: "/"), text[start + 2] == UInt8(ascii: "@")
    else { return nil }
    let name = start + 3
    var at = name
    // The longest names have 30 characters.
    while at < text.count, at - name <= 90, text[at] > 0x20 {
      if text[at] == UInt8(ascii: ":") { return (Self.string(text[name..<at]), at + 1) }
      if text[at...].starts(with: [0xEF, 0xBC, 0x9A]) {
        return (Self.string(text[name..<at]), at + 3)
      }
      at += 1
    }
    return nil
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return Array(bytes)
  }
}
