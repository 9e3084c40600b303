/// The escapes in strings of JSON.
///
/// Half of a surrogate pair without the other is no character and is refused.
enum JSONEscape {
  /// The place behind the escape at `start`, or `JSONGrammar.failed`.
  static func end(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    guard start + 1 < bytes.count else { return JSONGrammar.failed }
    switch bytes[start + 1] {
    case UInt8(ascii: "u"):
      guard let unit = unit(bytes, start) else { return JSONGrammar.failed }
      if !isSurrogate(unit) { return start + 6 }
      return pair(bytes, start, high: unit) == nil ? JSONGrammar.failed : start + 12
    case let letter: return byte(for: letter) == nil ? JSONGrammar.failed : start + 2
    }
  }

  /// Appends a string that holds only good escapes, decoded.
  static func decode(
    _ bytes: borrowing Span<UInt8>,
    in string: Range<Int>,
    to out: inout [UInt8]
  ) {
    var at = string.lowerBound
    while at < string.upperBound {
      let plain = Kernel.plainEnd(bytes, from: at)
      if plain > at { Kernel.append(bytes, in: at..<plain, to: &out) }
      at = plain
      while at < string.upperBound, bytes[at] == UInt8(ascii: "\\") {
        append(bytes, at, to: &out)
        at = end(bytes, at)
      }
    }
  }

  private static func append(_ bytes: borrowing Span<UInt8>, _ start: Int, to out: inout [UInt8]) {
    if let byte = byte(for: bytes[start + 1]) {
      out.append(byte)
    } else if let unit = unit(bytes, start) {
      let value = isSurrogate(unit) ? pair(bytes, start, high: unit) : UInt32(unit)
      guard let value, let scalar = Unicode.Scalar(value) else { return }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { out.append(byte) }
    }
  }

  private static func byte(for letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  private static func isSurrogate(_ unit: UInt16) -> Bool { unit & 0xF800 == 0xD800 }

  /// The scalar of a pair whose first half is at `start`.
  private static func pair(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    high: UInt16
  ) -> UInt32? {
    guard high < 0xDC00, let low = unit(bytes, start + 6), low & 0xFC00 == 0xDC00 else {
      return nil
    }
    return 0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(low) & 0x3FF
  }

  /// The unit of the `\uXXXX` at `start`, if there is one.
  private static func unit(_ bytes: borrowing Span<UInt8>, _ start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for place in start + 2..<start + 6 {
      guard let digit = digit(bytes[place]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  private static func digit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
