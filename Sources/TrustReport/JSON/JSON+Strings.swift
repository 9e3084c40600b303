extension JSON {
  /// Appends a string, quoted and escaped.
  package static func writeString(_ value: String, to text: inout [UInt8]) {
    var value = value
    // SAFETY: the pointer is not kept.
    value.withUTF8 { bytes in unsafe writeString(bytes.span, to: &text) }
  }

  /// Appends a string of well-formed UTF-8, quoted and escaped.
  ///
  /// - Complexity: O(n); what needs no escape is copied in stretches.
  package static func writeString(_ bytes: borrowing Span<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var copied = 0
    var at = 0
    while at < bytes.count {
      let length = isSuspect(bytes[at]) ? escapedLength(bytes, at) : 0
      guard length > 0 else {
        at += 1
        continue
      }
      append(bytes.extracting(copied..<at), to: &text)
      writeEscape(bytes, at, to: &text)
      at += length
      copied = at
    }
    append(bytes.extracting(copied..<at), to: &text)
    text.append(UInt8(ascii: "\""))
  }

  private static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    // SAFETY: the pointer is not kept.
    unsafe bytes.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
  }

  /// Whether a byte begins a character that may need an escape.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  /// The length of the character at a suspect byte if it needs an escape, or 0.
  ///
  /// U+2028 and U+2029 end lines in JavaScript and in some readers of JSON Lines; control
  /// characters, also those from U+007F to U+009F, would act on a terminal that shows the report.
  private static func escapedLength(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Int {
    switch bytes[at] {
    case 0xC2: at + 1 < bytes.count && bytes[at + 1] < 0xA0 ? 2 : 0
    case 0xE2:
      at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 1
    }
  }

  private static func writeEscape(
    _ bytes: borrowing Span<UInt8>,
    _ at: Int,
    to text: inout [UInt8]
  ) {
    switch bytes[at] {
    case 0x22: text += #"\""#.utf8
    case 0x5C: text += #"\\"#.utf8
    case 0x08: text += #"\b"#.utf8
    case 0x09: text += #"\t"#.utf8
    case 0x0A: text += #"\n"#.utf8
    case 0x0C: text += #"\f"#.utf8
    case 0x0D: text += #"\r"#.utf8
    case 0xC2: writeUnit(UInt16(bytes[at + 1]), to: &text)
    case 0xE2: writeUnit(0x2000 | UInt16(bytes[at + 2] & 0x3F), to: &text)
    case let byte: writeUnit(UInt16(byte), to: &text)
    }
  }

  private static func writeUnit(_ unit: UInt16, to text: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    text += #"\u"#.utf8
    text += String(repeating: "0", count: 4 - digits.count).utf8
    text += digits.utf8
  }
}
