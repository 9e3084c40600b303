internal import CTrustQuick
internal import TrustText

/// A literal as the quick pass sees it: its words and Chinese characters, without the signs between
/// them, and a character that is written several times in a row once.
struct QuickLiteral {
  /// A word or a Chinese character.
  private struct Token {
    var symbols: [UInt32]
    /// The letters of a word, as they are hashed.
    var letters: [UInt8]
    /// The class of a Chinese character; 0 for a word.
    var character: UInt16
    /// The classes of what it may be parted into.
    var parts: [[UInt16]] = []
    /// The share of posts that hold it, or what the quick look cannot tell from it.
    var share: Double
    /// Whether something else may stand for it, since it is a figure or stands beside one: words for
    /// characters, anything for words.
    var mayVary: Bool
    /// Whether it is a character that stands there more than once, or a word with such a letter.
    var isRepeated = false
    /// Whether a sign stands between it and the one before, so that a text may have any there.
    var isParted = false
    /// Whether it is a word of a literal at whose ends letters may go on.
    var mayBeGlued = false

    /// Whether a text must show it more than once; 一一 may be written 一1.
    var mustBeRepeated: Bool { isRepeated && !mayVary }
    var isHan: Bool { character != 0 }

    /// What a text shows for it; parted from its neighbour towards the window or not.
    func number(isParted: Bool) -> UInt32 {
      let number = isHan ? UInt32(character) : trust_quick_word(QuickWindow.hash(letters))
      return number | (mayVary ? UInt32(TRUST_QUICK_LOOSE) : 0)
        | (mustBeRepeated ? UInt32(TRUST_QUICK_REPEATED) : 0)
        | (isParted ? UInt32(TRUST_QUICK_PARTED) : 0)
    }
  }

  private let tokens: [Token]
  /// The classes of signs that tell of it.
  private let signs: [(number: UInt16, share: Double)]

  /// Takes a literal apart.
  ///
  /// Its figures may be written otherwise unless `figuresVary` says that it is one of the ways to do so.
  init(_ literal: Literal, in alphabet: QuickAlphabet, figuresVary: Bool = true) {
    var tokens: [Token] = []
    var signs: [(UInt16, Double)] = []
    var isParted = false
    for part in Background.tokens(of: literal.symbols) {
      guard let first = part.first else { continue }
      let mayVary = figuresVary && Self.mayVary(part, in: literal.symbols)
      switch ScalarClass(first) {
      case .word:
        let letters = QuickWindow.letters(of: part)
        tokens.append(
          Token(
            symbols: Array(part),
            letters: letters,
            character: 0,
            share: Background.shared.share(ofLetters: letters),
            mayVary: mayVary,
            isRepeated: letters.count < part.count,
            isParted: isParted,
            mayBeGlued: literal.mayBeGlued
          )
        )
        isParted = false
      case .han:
        guard let number = alphabet.hanClasses[first] else { continue }
        if tokens.last?.character == number {
          tokens[tokens.count - 1].isRepeated = true
          if mayVary { tokens[tokens.count - 1].mayVary = true }
        } else {
          tokens.append(
            Token(
              symbols: [first],
              letters: [],
              character: number,
              parts: Shapes.parts(of: first).map { $0.compactMap { alphabet.hanClasses[$0] } },
              share: alphabet.share(ofHan: number),
              mayVary: mayVary,
              isParted: isParted
            )
          )
          isParted = false
        }
      case .other:
        isParted = isParted || first != 0x20
        if let number = alphabet.signClasses[first] {
          signs.append((number, QuickAlphabet.share(ofSign: first)))
        }
      }
    }
    self.tokens = tokens
    self.signs = signs
  }

  /// Whether a token may be another one where figures are written otherwise: it has one, or stands
  /// next to one.
  private static func mayVary(_ token: ArraySlice<UInt32>, in symbols: [UInt32]) -> Bool {
    let isWord = ScalarClass(symbols[token.startIndex]) == .word
    let around =
      isWord
      ? max(0, token.startIndex - 1)..<min(symbols.count, token.endIndex + 1)
      : token.startIndex..<token.endIndex
    return symbols[around].contains { ScalarClass.isDigit($0) || Numerals.digit($0) != nil }
  }

  /// The window that the fewest posts have, with what stands around it, and the share of posts that
  /// show it, for texts in which it is not glued to letters; `nil` if all of the literal may vary.
  var rarest: (sign: QuickSign, share: Double)? {
    var rarest: (sign: QuickSign, share: Double)?
    func offer(_ sign: @autoclosure () -> QuickSign, _ share: Double) {
      if rarest.map({ share < $0.share }) ?? true { rarest = (sign(), share) }
    }
    // Of windows that are equally rare, one of two tokens.
    for index in tokens.indices.dropFirst()
    where !tokens[index - 1].mayVary && !tokens[index].mayVary {
      let (window, share) = pair(tokens[index - 1], tokens[index])
      offer(sign(window, index - 1..<index + 1), share)
    }
    let background = Background.shared
    for (index, token) in tokens.enumerated() where !token.mayVary {
      if token.isHan, token.mustBeRepeated {
        let share = background.share(ofWindow: token.symbols + token.symbols)
        offer(sign(.run(token.character, token.character), index..<index + 1), share)
      } else if token.isHan {
        offer(QuickSign(window: .single(token.character)), token.share)
      } else {
        offer(sign(.words(token.letters, nil), index..<index + 1), token.share)
      }
    }
    for (number, share) in signs { offer(QuickSign(window: .single(number)), share) }
    return rarest
  }

  /// The window of two tokens that stand side by side.
  private func pair(_ first: Token, _ second: Token) -> (window: QuickWindow, share: Double) {
    let background = Background.shared
    switch (first.isHan, second.isHan) {
    case (true, true):
      let share = background.share(ofWindow: first.symbols + second.symbols)
      return (.run(first.character, second.character), share)
    case (false, false):
      let share = background.share(ofWindow: Background.pair(first.symbols, second.symbols))
      return (.words(first.letters, second.letters), share)
    default:
      let (word, character) = first.isHan ? (second, first) : (first, second)
      // They are not counted together: where one is, the other is taken to be more common by this.
      let share = min(word.share, character.share, word.share * character.share * 8)
      let window = QuickWindow.mixed(
        side: first.isHan ? 0 : 1,
        word.letters,
        character.character
      )
      return (window, share)
    }
  }

  /// What it is in disguises that leave nothing of a word: for each character that may be written as
  /// its two parts, these, and each word with digits for letters, as `g4rlic`.
  var disguised: [QuickSign] {
    tokens.indices.flatMap { index in
      let token = tokens[index]
      let windows =
        token.isHan
        ? token.parts.filter { $0.count == 2 }.map { .run($0[0], $0[1]) }
        : token.symbols.count > 2 ? [QuickWindow.respelled(token.symbols)] : []
      return windows.map { window in
        // Others may be disguised, too: words with digits in them tell nothing, but parts do.
        var sign = sign(window, index..<index + 1) { !$0.mayBeGlued && $0.parts.isEmpty }
        // The parts are two tokens that nothing parts, and no character that is repeated.
        sign.marks = window.length << 16
        return sign
      }
    }
  }

  /// What tells of a literal where letters go on before its first word or behind its last.
  static func glued(_ literal: Literal) -> [QuickSign] {
    guard literal.mayBeGlued else { return [] }
    return pieces(of: literal.symbols).map { QuickSign(window: .glued($0.word, $0.place)) }
  }

  /// The words of a literal that may be glued to letters, and where they stand in the text's word then:
  /// its last one begins that, its first one ends it, and one that is all of it may stand between.
  static func pieces(of symbols: [UInt32]) -> [(word: [UInt8], place: UInt32)] {
    let words = symbols.split(omittingEmptySubsequences: false) { ScalarClass($0) != .word }
      .map { QuickWindow.letters(of: $0) }
    guard let first = words.first, let last = words.last else { return [] }
    var pieces = [(last, UInt32(TRUST_QUICK_STARTING)), (first, UInt32(TRUST_QUICK_ENDING))]
    if words.count == 1 { pieces.append((first, UInt32(TRUST_QUICK_BETWEEN))) }
    return pieces.filter { $0.0.count >= 2 }
  }

  /// A window with its neighbours, up to the first that a text may not have as a token.
  private func sign(
    _ window: QuickWindow,
    _ range: Range<Int>,
    while isToken: (Token) -> Bool = { _ in true }
  ) -> QuickSign {
    let most = Int(TRUST_QUICK_MOST_NEIGHBOURS)
    let before = tokens[..<range.lowerBound].indices.reversed()
      .prefix { isToken(tokens[$0]) }.prefix(most)
    let behind = tokens[range.upperBound...].prefix(while: isToken).prefix(most)
    var marks = window.length << 16
    for (bit, token) in tokens[range].reversed().enumerated() where token.mustBeRepeated {
      marks |= 1 << (UInt32(TRUST_QUICK_WINDOW_REPEATED) + UInt32(bit))
    }
    if tokens[range.upperBound - 1].isParted { marks |= 1 << UInt32(TRUST_QUICK_WINDOW_PARTED) }
    return QuickSign(
      window: window,
      before: before.map { tokens[$0].number(isParted: tokens[$0 + 1].isParted) },
      behind: behind.map { $0.number(isParted: $0.isParted) },
      marks: marks
    )
  }
}
