internal import CTrustQuick
internal import TrustText

/// What tells the quick pass that a literal may stand in a text: a window and what is around it.
struct QuickSign: Hashable {
  var window: QuickWindow
  /// The tokens before the window and behind it, the nearest first.
  var before: [UInt32]
  var behind: [UInt32]
  /// What the window's tokens must be like: see `CTrustQuick.h`, and the counts are left out.
  var marks: UInt32

  /// A fixed order among signs that are equally common.
  static func precedes(_ a: QuickSign, _ b: QuickSign) -> Bool {
    if a.window.order != b.window.order { return a.window.order < b.window.order }
    if a.marks != b.marks { return a.marks < b.marks }
    if a.before != b.before { return a.before.lexicographicallyPrecedes(b.before) }
    return a.behind.lexicographicallyPrecedes(b.behind)
  }

  /// What tells of a literal, and the share of posts that show it: its rarest window, and what it or
  /// the literal turns to in disguises and glued to others.
  static func signs(
    of literal: Literal,
    in alphabet: QuickAlphabet
  ) -> [(sign: QuickSign, share: Double)] {
    let plain = QuickLiteral(literal, in: alphabet)
    var signs = plain.rarest.map { [$0] } ?? []
    // Figures may be written as digits or numerals: each way has a window of its own.
    if let variants = Numerals.variants(of: literal.symbols) {
      let rarest = variants.compactMap { variant in
        let literal = Literal(symbols: variant, mayBeGlued: literal.mayBeGlued)
        return QuickLiteral(literal, in: alphabet, figuresVary: false).rarest
      }
      let share = rarest.reduce(0) { $0 + $1.share }
      if rarest.count == variants.count, share < signs.first?.share ?? .infinity {
        signs = rarest.map { (QuickSign(window: $0.sign.window), $0.share) }
      }
    }
    if signs.isEmpty { signs = figures(of: literal, in: alphabet) }
    guard !signs.isEmpty else { return [] }
    return signs + (QuickLiteral.glued(literal) + plain.disguised).map { ($0, 0) }
  }

  /// What tells of a literal whose words all have figures, too many for all ways to write them: one of
  /// the words as it is, or with numerals for the figures it begins with; else any digit, and the
  /// numeral of its first figure.
  private static func figures(
    of literal: Literal,
    in alphabet: QuickAlphabet
  ) -> [(sign: QuickSign, share: Double)] {
    let word = Background.tokens(of: literal.symbols).first { token in
      token.count > 1 && ScalarClass(token[token.startIndex]) == .word
    }
    if let word { return beginnings(of: Array(word), in: alphabet) }
    let numerals = literal.symbols.lazy.compactMap { symbol in
      Numerals.digit(symbol) == nil ? Numerals.numeral(symbol) : symbol
    }
    guard let first = numerals.first, let numeral = alphabet.hanClasses[first] else { return [] }
    return [
      (QuickSign(window: .digits), 0.2),
      (QuickSign(window: .single(numeral)), Background.shared.share(ofWindow: [first])),
    ]
  }

  /// A word, and what it is if its first figure is a numeral, or its first two.
  private static func beginnings(
    of word: [UInt32],
    in alphabet: QuickAlphabet
  ) -> [(sign: QuickSign, share: Double)] {
    let background = Background.shared
    let (letters, rest) = (
      QuickWindow.letters(of: word), QuickWindow.letters(of: word.dropFirst())
    )
    var windows = [(QuickWindow.words(letters, nil), background.share(ofLetters: letters))]
    let numerals = word.prefix(2).prefix(while: ScalarClass.isDigit)
      .compactMap(Numerals.numeral)
    let classes = numerals.compactMap { alphabet.hanClasses[$0] }
    if let first = classes.first {
      windows.append((.mixed(side: 0, rest, first), background.share(ofLetters: rest)))
    }
    if classes.count == 2 {
      windows.append((.run(classes[0], classes[1]), background.share(ofWindow: numerals)))
    }
    return windows.map { (QuickSign(window: $0), $1) }
  }

  /// A window alone.
  init(window: QuickWindow) {
    self.init(window: window, marks: window.length << 16 | 1 << UInt32(TRUST_QUICK_WINDOW_PARTED))
  }

  init(window: QuickWindow, before: [UInt32] = [], behind: [UInt32] = [], marks: UInt32) {
    self.window = window
    self.before = before
    self.behind = behind
    self.marks = marks
  }
}
