/// Where the parts of JSON end, by RFC 8259.
///
/// All functions take the place of a part's first byte and answer the place behind its last one,
/// or `failed`; none of them passes a line break.
enum JSONGrammar {
  static let failed = -1
  /// The deepest nesting, the object of the line included.
  static let deepest = 512

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  static func spaceEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return at
  }

  /// The place of the mark that closes a string, from a place in it.
  static func stringEnd(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    hasEscapes: inout Bool
  ) -> Int {
    var at = Kernel.plainEnd(bytes, from: start)
    while at < bytes.count, bytes[at] == UInt8(ascii: "\\") {
      hasEscapes = true
      at = JSONEscape.end(bytes, at)
      guard at != failed else { return failed }
      // PERF: escapes often stand side by side, where the search would find nothing.
      if at < bytes.count, bytes[at] != UInt8(ascii: "\\") { at = Kernel.plainEnd(bytes, from: at) }
    }
    return at < bytes.count && bytes[at] == UInt8(ascii: "\"") ? at : failed
  }

  static func numberEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    let first = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
    var at = digitsEnd(bytes, first)
    guard at != failed, at == first + 1 || bytes[first] != UInt8(ascii: "0") else { return failed }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at = digitsEnd(bytes, at + 1)
      guard at != failed else { return failed }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      at = digitsEnd(bytes, at)
    }
    return at
  }

  private static func digitsEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return at > start ? at : failed
  }

  /// `true`, `false` and `null`.
  static func wordEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    let isFalse = bytes[start] == UInt8(ascii: "f")
    let end = start + (isFalse ? 5 : 4)
    guard end <= bytes.count else { return failed }
    var letters: UInt32 = 0
    for place in end - 4..<end { letters = letters << 8 | UInt32(bytes[place]) }
    if isFalse { return letters == 0x616C_7365 ? end : failed }  // alse
    return letters == 0x7472_7565 || letters == 0x6E75_6C6C ? end : failed  // true, null
  }

  /// A string, number or word.
  static func scalarEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "\""):
      var hasEscapes = false
      let close = stringEnd(bytes, start + 1, hasEscapes: &hasEscapes)
      return close == failed ? failed : close + 1
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return numberEnd(bytes, start)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return wordEnd(bytes, start)
    default: return failed
    }
  }
}
