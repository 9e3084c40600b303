/// Reads characters that are written as escapes: `&#28418;`, `&nbsp;`, `%E6%BC%82`.
///
/// Inside links `%` is left alone. Keeps in mind how far it has looked for links, so that a text
/// full of escapes is still read in one pass.
struct Escapes {
  private var checked = 0
  private var isInLink = false
  /// The end of the last percent escape; one right behind it needs no further proof.
  private var lastEnd = -1

  private static let ampersand = UInt8(ascii: "&")
  private static let percent = UInt8(ascii: "%")
  private static let longestNumber = 8
  private static let slashes = Array("//".utf8)
  private static let web = Array("www.".utf8)

  /// The character that an escape at `index` stands for, or `nil` if there is no escape.
  ///
  /// - Complexity: O(1), apart from the look for links, which is linear over all calls.
  mutating func decode(
    _ bytes: borrowing Span<UInt8>,
    at index: Int
  ) -> UTF8Decoding.Decoded? {
    switch bytes[index] {
    case Self.ampersand: return Self.entity(bytes, at: index)
    case Self.percent: return percentEscape(bytes, at: index)
    default: return nil
    }
  }

  // MARK: - Entities

  private static func entity(_ bytes: borrowing Span<UInt8>, at index: Int) -> UTF8Decoding.Decoded?
  {
    guard let whole = body(bytes, from: index + 1) else { return nil }
    var (scalar, end) = whole
    // An escape that was escaped once more: &amp;#28418;
    for _ in 0..<3 where scalar == UInt32(ampersand) {
      guard let inner = body(bytes, from: end) else { break }
      (scalar, end) = inner
    }
    return .init(scalar: scalar, length: end - index, isValid: true)
  }

  /// What the rest of an entity stands for, behind its `&`.
  private static func body(
    _ bytes: borrowing Span<UInt8>,
    from start: Int
  ) -> (scalar: UInt32, end: Int)? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "#") { return number(bytes, from: start + 1) }
    for (name, scalar) in names where has(bytes, name, at: start) {
      return (scalar, start + name.count)
    }
    return nil
  }

  private static func number(
    _ bytes: borrowing Span<UInt8>,
    from start: Int
  ) -> (scalar: UInt32, end: Int)? {
    var at = start
    let isHex = at < bytes.count && bytes[at] | 0x20 == UInt8(ascii: "x")
    if isHex { at += 1 }
    var value: UInt32 = 0
    let first = at
    while at < bytes.count, at - first < longestNumber, let digit = digit(bytes[at]),
      isHex || digit < 10
    {
      value = value * (isHex ? 16 : 10) + digit
      at += 1
    }
    guard at > first, at < bytes.count, bytes[at] == UInt8(ascii: ";"), value > 0,
      Unicode.Scalar(value) != nil
    else { return nil }
    return (value, at + 1)
  }

  private static let names: [([UInt8], UInt32)] = [
    ("nbsp", 0x20), ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27),
    ("ldquo", 0x201C), ("rdquo", 0x201D), ("lsquo", 0x2018), ("rsquo", 0x2019),
    ("hellip", 0x2026), ("mdash", 0x2014), ("ndash", 0x2013), ("middot", 0xB7), ("bull", 0x2022),
    ("shy", 0xAD), ("zwj", 0x200D), ("zwnj", 0x200C), ("ensp", 0x20), ("emsp", 0x20),
    ("thinsp", 0x20), ("times", 0xD7),
  ].map { (Array("\($0.0);".utf8), $0.1) }

  private static func has(_ bytes: borrowing Span<UInt8>, _ name: [UInt8], at index: Int) -> Bool {
    guard index + name.count <= bytes.count else { return false }
    for offset in name.indices where bytes[index + offset] != name[offset] { return false }
    return true
  }

  // MARK: - Percent signs

  /// Only whole characters beyond ASCII: `50%25` and the like are ordinary text.
  private mutating func percentEscape(
    _ bytes: borrowing Span<UInt8>,
    at index: Int
  ) -> UTF8Decoding.Decoded? {
    guard let lead = Self.escapedByte(bytes, at: index), lead >= 0xC2, lead <= 0xF4 else {
      return nil
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard let next = Self.escapedByte(bytes, at: index + 3 * offset), next & 0xC0 == 0x80 else {
        return nil
      }
      scalar = scalar << 6 | UInt32(next) & 0x3F
    }
    let lowest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= lowest, Unicode.Scalar(scalar) != nil, !isInLink(bytes, at: index) else {
      return nil
    }
    lastEnd = index + 3 * length
    return .init(scalar: scalar, length: 3 * length, isValid: true)
  }

  private static func escapedByte(_ bytes: borrowing Span<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == percent,
      let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
    else { return nil }
    return UInt8(high << 4 | low)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Whether a link goes on at `index`: from `//` or `www.` to a space or a sign beyond ASCII.
  private mutating func isInLink(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    if index == lastEnd { return false }
    while checked < index {
      let byte = bytes[checked]
      if byte <= 0x20 || byte >= 0x7F {
        isInLink = false
      } else if Self.has(bytes, Self.slashes, at: checked) || Self.has(bytes, Self.web, at: checked)
      {
        isInLink = true
      }
      checked += 1
    }
    return isInLink
  }
}
