/// The escapes in strings of JSON.
///
/// Half of a surrogate pair without the other is no character and is refused.
enum JSONEscape {
  /// The place behind the escape at `start`, or `JSONGrammar.failed`.
  static func end(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    guard start + 1 < bytes.count else { return JSONGrammar.failed }
    guard bytes[start + 1] == UInt8(ascii: "u") else {
      return byte(for: bytes[start + 1]) == 0 ? JSONGrammar.failed : start + 2
    }
    let first = unit(bytes, start)
    guard first & 0xF800 == 0xD800 else { return first > 0xFFFF ? JSONGrammar.failed : start + 6 }
    let second = unit(bytes, start + 6)
    return first < 0xDC00 && second & ~0x3FF == 0xDC00 ? start + 12 : JSONGrammar.failed
  }

  /// Appends a string that holds only good escapes, decoded.
  static func decode(
    _ bytes: borrowing Span<UInt8>,
    in string: Range<Int>,
    to out: inout [UInt8]
  ) {
    var at = string.lowerBound
    while at < string.upperBound {
      if bytes[at] != UInt8(ascii: "\\") {
        let plain = Kernel.plainEnd(bytes, from: at)
        Kernel.append(bytes, in: at..<plain, to: &out)
        at = plain
      } else if bytes[at + 1] == UInt8(ascii: "u") {
        let first = unit(bytes, at)
        let isPair = first & 0xF800 == 0xD800
        append(isPair ? scalar(first, unit(bytes, at + 6)) : first, to: &out)
        at += isPair ? 12 : 6
      } else {
        out.append(byte(for: bytes[at + 1]))
        at += 2
      }
    }
  }

  /// The scalar of a surrogate pair.
  private static func scalar(_ high: UInt32, _ low: UInt32) -> UInt32 {
    0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
  }

  // PERF: by hand, as `UTF8.encode` made escaped Chinese a third slower.
  private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
    switch scalar {
    case 0..<0x80: out.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      out.append(UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0))
      out.append(tail(0))
    case 0x800..<0x10000:
      out.append(UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0))
      out.append(tail(6))
      out.append(tail(0))
    default:
      out.append(UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0))
      out.append(tail(12))
      out.append(tail(6))
      out.append(tail(0))
    }
  }

  /// What a letter behind a backslash stands for, or 0.
  private static func byte(for letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: 0
    }
  }

  /// The unit of the `\uXXXX` at `start`, or more than 0xFFFF if there is none.
  private static func unit(_ bytes: borrowing Span<UInt8>, _ start: Int) -> UInt32 {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return .max }
    return Kernel.hex(bytes, at: start + 2)
  }
}
