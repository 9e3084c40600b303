/// References to characters in HTML and XML.
enum Entities {
  /// Those that people's editors write.
  ///
  /// What is not among them stays as it is written.
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0x20,
    "iexcl": 0xA1, "cent": 0xA2, "pound": 0xA3, "yen": 0xA5, "sect": 0xA7, "copy": 0xA9,
    "laquo": 0xAB, "reg": 0xAE, "deg": 0xB0, "plusmn": 0xB1, "sup2": 0xB2, "sup3": 0xB3,
    "micro": 0xB5, "para": 0xB6, "middot": 0xB7, "raquo": 0xBB, "frac12": 0xBD, "iquest": 0xBF,
    "agrave": 0xE0, "aacute": 0xE1, "auml": 0xE4, "ccedil": 0xE7, "egrave": 0xE8, "eacute": 0xE9,
    "iacute": 0xED, "ntilde": 0xF1, "oacute": 0xF3, "ouml": 0xF6, "uacute": 0xFA, "uuml": 0xFC,
    "times": 0xD7, "divide": 0xF7, "alpha": 0x3B1, "beta": 0x3B2, "gamma": 0x3B3,
    "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D,
    "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C,
    "rdquo": 0x201D, "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030, "prime": 0x2032,
    "euro": 0x20AC, "trade": 0x2122, "larr": 0x2190, "rarr": 0x2192, "ne": 0x2260, "le": 0x2264,
    "ge": 0x2265, "hearts": 0x2665, "shy": 0xAD,
  ]

  /// Reads the reference at an ampersand.
  ///
  /// - Returns: Its character in UTF-8 and the place behind it, or `nil` if it is none that is known.
  static func read(_ bytes: borrowing Span<UInt8>, _ start: Int) -> (text: [UInt8], end: Int)? {
    var end = start + 1
    while end < bytes.count, end - start < 12, bytes[end] != UInt8(ascii: ";") {
      // Letters, digits and the sign of a number.
      guard bytes[end] > 0x20, bytes[end] < 0x7F, bytes[end] != UInt8(ascii: "&") else {
        return nil
      }
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    var name = ""
    for place in start + 1..<end { name.unicodeScalars.append(Unicode.Scalar(bytes[place])) }
    guard let scalar = scalar(name) else { return nil }
    return (Array(String(Character(scalar)).utf8), end + 1)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name].flatMap(Unicode.Scalar.init) }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, number > 0 else { return nil }
    return Unicode.Scalar(number)
  }
}
