/// How many columns of a terminal something takes.
package enum DisplayWidth {
  /// The columns of one user-perceived character: 2 for Han, full-width letters and emoji, 0 for
  /// what has no width of its own.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if let first = scalars.first {
      // A sequence joined to one picture, a flag, or a character that a variation selector or a
      // keycap mark turns into a picture.
      if first.properties.isEmojiPresentation { return 2 }
      if first.properties.isEmoji, scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of a text without line breaks.
  package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    // Vowels and finals of old Hangul share the columns of their initial.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    switch scalar.properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
    case .format: return scalar.value == 0xAD ? 1 : 0
    default: return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// Whether a scalar is wide or full-width by Unicode's East Asian Width.
  ///
  /// Emoji are not here: they have a property of their own. Ambiguous ones (“ ” … ·) count as
  /// narrow, as terminals do by default.
  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A: true
    case 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF: true
    case 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    case 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265: true
    case 0x20000...0x2FFFD, 0x30000...0x3FFFD: true
    default: false
    }
  }
}
