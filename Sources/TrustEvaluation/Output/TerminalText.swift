/// Words of posts as a terminal can show them.
enum TerminalText {
  /// How many columns a text takes: 2 for Han, full-width letters and emoji, 0 for marks that sit
  /// on another character.
  static func width(of text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// A text on one line of at most `columns`, without characters that would act on the terminal,
  /// such as escape codes and marks that turn the direction of what follows.
  static func line(_ text: String, columns: Int) -> String {
    let words = text.unicodeScalars.split { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
    let line = words.map { word in
      String(String.UnicodeScalarView(word.filter { !turnsDirection($0) }))
    }.joined(separator: " ")
    guard width(of: line) > columns else { return line }
    var cut = ""
    var taken = 1
    for character in line {
      taken += width(of: character)
      guard taken <= columns else { break }
      cut.append(character)
    }
    return cut + "…"
  }

  private static func width(of character: Character) -> Int {
    // A sequence that is drawn as one picture has the width of its first scalar.
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation || isWide(first.value) { return 2 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    switch first.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C: true
    case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6B, 0xFF01...0xFF60: true
    case 0xFFE0...0xFFE6, 0x20000...0x3FFFD: true
    default: false
    }
  }

  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
