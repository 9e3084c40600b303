extension JSONReader {
  /// Reads a string from its opening quotation mark.
  ///
  /// Half of a surrogate pair, which some programs write, stands for no character and becomes
  /// U+FFFD, one UTF-16 unit as it was, so that places in the text stay what they are.
  mutating func string() throws(Failure) -> String {
    let opening = at
    at += 1
    var start = at
    var text = ""
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += try characters(from: start)
        at += 1
        return text
      case UInt8(ascii: "\\"):
        text += try characters(from: start)
        at += 1
        text.unicodeScalars.append(try escape())
        start = at
      case 0..<0x20: throw failure("no bare control character in a string")
      default: at += 1
      }
    }
    throw Failure(reason: .malformed("the end of the string that begins here"), offset: opening)
  }

  private func characters(from start: Int) throws(Failure) -> String {
    guard let text = String(validating: bytes[start..<at], as: UTF8.self) else {
      throw Failure(reason: .invalidUTF8, offset: start)
    }
    return text
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let sign = next else { throw failure("an escape") }
    at += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      at -= 1
      throw failure("an escape that JSON knows")
    }
  }

  private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
    let unit = try fourDigits()
    if UTF16.isLeadSurrogate(unit), bytes[at...].starts(with: #"\u"#.utf8) {
      let before = at
      at += 2
      let trail = try fourDigits()
      if UTF16.isTrailSurrogate(trail) {
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
      }
      at = before
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private mutating func fourDigits() throws(Failure) -> UInt16 {
    guard at + 4 <= bytes.count,
      let unit = UInt16(hexadecimal: bytes[at..<at + 4])
    else { throw failure("four hexadecimal digits") }
    at += 4
    return unit
  }
}

extension UInt16 {
  /// The number that digits stand for; a sign is no digit.
  fileprivate init?(hexadecimal digits: ArraySlice<UInt8>) {
    self = 0
    for digit in digits {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      self = self << 4 | UInt16(value)
    }
  }
}
