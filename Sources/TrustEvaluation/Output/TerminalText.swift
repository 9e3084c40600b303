internal import TrustReport

/// Words of posts as a terminal can show them.
enum TerminalText {
  /// A text on one line of at most `columns`, without characters that would act on the terminal,
  /// such as escape codes and marks that turn the direction of what follows.
  static func line(_ text: String, columns: Int) -> String {
    let words = text.unicodeScalars.split { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
    let line = words.map { word in
      String(String.UnicodeScalarView(word.filter { !turnsDirection($0) }))
    }.joined(separator: " ")
    guard DisplayWidth.of(line) > columns else { return line }
    var cut = ""
    var taken = 1
    for character in line {
      taken += DisplayWidth.of(character)
      guard taken <= columns else { break }
      cut.append(character)
    }
    return cut + "…"
  }

  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
