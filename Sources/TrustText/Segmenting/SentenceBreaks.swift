internal import CTrustICU

/// Finds where sentences end, by the rules of Unicode's annex 29 (SB3 to SB998).
///
/// PERF: ICU's iterator takes about 10 µs for a short post and this 0.1 µs, as only what stands
/// around a terminator is looked at. The rules are the same and so is the data, which is asked of
/// the ICU at hand; a test holds the two together.
enum SentenceBreaks {
  /// The values of Sentence_Break, as ICU numbers them.
  private enum Class: Int32 {
    case other, aTerm, close, format, lower, numeric, oLetter, separator, space, sTerm, upper
    case carriageReturn, `extend`, lineFeed, sContinue

    /// Whether it belongs to what stands before it (SB5).
    var isIgnored: Bool { self == .extend || self == .format }
    var isTerminator: Bool { self == .aTerm || self == .sTerm }
    var endsParagraph: Bool {
      self == .separator || self == .lineFeed || self == .carriageReturn
    }
    var isLetter: Bool { self == .lower || self == .upper || self == .oLetter }
  }

  /// Appends the bytes at which sentences start, the text's own start and end left out.
  ///
  /// - Complexity: O(n).
  static func append(of bytes: borrowing Span<UInt8>, to starts: inout [Int]) {
    var index = 0
    var previous = Class.other
    while index < bytes.count {
      let (kind, next) = scalar(in: bytes, at: index)
      if kind.isIgnored {
        index = next
      } else if kind.isTerminator {
        index = pass(kind, endingAt: next, behind: previous, in: bytes, &starts)
        previous = .other
      } else {
        previous = kind
        index = next
        guard kind.endsParagraph else { continue }
        let isPair = kind == .carriageReturn && index < bytes.count && bytes[index] == 0x0A
        if !isPair, index < bytes.count { starts.append(index) }
      }
    }
  }

  /// Passes a terminator and the marks and spaces behind it, and appends the start of the next
  /// sentence if there is one; answers where to go on.
  private static func pass(
    _ terminator: Class,
    endingAt end: Int,
    behind previous: Class,
    in bytes: borrowing Span<UInt8>,
    _ starts: inout [Int]
  ) -> Int {
    var (kind, at, next) = significant(in: bytes, from: end)
    if terminator == .aTerm {
      // "3.5" (SB6) and "U.S" (SB7).
      if kind == .numeric { return at }
      if kind == .upper, previous == .upper || previous == .lower { return at }
    }
    while kind == .close { (kind, at, next) = significant(in: bytes, from: next) }
    while kind == .space { (kind, at, next) = significant(in: bytes, from: next) }
    guard at < bytes.count, !kind.endsParagraph, !kind.isTerminator, kind != .sContinue else {
      return at
    }
    // "etc. and so on" (SB8).
    if terminator == .aTerm, goesOnInLowerCase(bytes, from: at) { return at }
    starts.append(at)
    return at
  }

  private static func goesOnInLowerCase(_ bytes: borrowing Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      let (kind, next) = scalar(in: bytes, at: index)
      if kind.isLetter || kind.isTerminator || kind.endsParagraph { return kind == .lower }
      index = next
    }
    return false
  }

  /// The next scalar that is not ignored: its class, where it starts and where it ends.
  private static func significant(
    in bytes: borrowing Span<UInt8>,
    from start: Int
  ) -> (kind: Class, at: Int, next: Int) {
    var index = start
    while index < bytes.count {
      let (kind, next) = scalar(in: bytes, at: index)
      if !kind.isIgnored { return (kind, index, next) }
      index = next
    }
    return (.other, index, index)
  }

  private static func scalar(
    in bytes: borrowing Span<UInt8>,
    at index: Int
  ) -> (kind: Class, next: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (ascii(byte), index + 1) }
    let decoded = UTF8Decoding.decode(bytes, at: index)
    // PERF: most of a Chinese post is these; ICU need not be asked for each.
    let isHan = decoded.scalar >= 0x4E00 && decoded.scalar <= 0x9FFF
    let kind = isHan ? .oLetter : Class(rawValue: trust_sentence_class(decoded.scalar)) ?? .other
    return (kind, index + decoded.length)
  }

  private static func ascii(_ byte: UInt8) -> Class {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .numeric
    case 0x20, 0x09, 0x0B, 0x0C: .space
    case 0x0A: .lineFeed
    case 0x0D: .carriageReturn
    case UInt8(ascii: "."): .aTerm
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .sTerm
    case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ":"): .sContinue
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      .close
    default: .other
    }
  }
}
