/// Tells, for most places of a text, that a user-perceived character starts there.
///
/// PERF: ICU would walk over the whole text, for 10 µs, to find the ends of a few findings.
package enum CharacterEdges {
  /// Whether a character surely starts at a byte; if not, only ICU knows.
  ///
  /// The scalars on both sides are of kinds that Unicode's annex 29 joins to nothing (GB4, GB5 and
  /// GB999); a test asks ICU.
  package static func isEdge(_ bytes: borrowing Span<UInt8>, at byte: Int) -> Bool {
    guard byte > 0, byte < bytes.count else { return true }
    let after = UTF8Decoding.decode(bytes, at: byte)
    var start = byte - 1
    while start > 0, byte - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let before = UTF8Decoding.decode(bytes, at: start)
    guard before.isValid, after.isValid, start + before.length == byte else { return false }
    if isPlain(after.scalar) { return isPlain(before.scalar) || isPicture(before.scalar) }
    return isPicture(after.scalar) && isPlain(before.scalar)
  }

  /// Whether a scalar is a character whatever plain ones stand beside it.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    // ASCII without the carriage return; Latin letters; quotation marks and dashes.
    case 0x0A, 0x20...0x7E, 0xC0...0x24F, 0x2010...0x2027: true
    // CJK punctuation without its tone marks; kana without theirs; Han; full-width forms.
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xFF01...0xFF60:
      true
    default: false
    }
  }

  /// Emoji without flags and skin tones.
  private static func isPicture(_ scalar: UInt32) -> Bool {
    scalar >= 0x1F300 && scalar <= 0x1F64F && !(0x1F3FB...0x1F3FF).contains(scalar)
  }
}
