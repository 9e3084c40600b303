internal import CTrustQuick
internal import TrustText

/// A part of a literal that a text must show, as the quick pass sees it.
enum QuickWindow: Hashable {
  /// One word or two, runs of one letter counted once.
  case words([UInt8], [UInt8]?)
  /// A word whose letters may have digits in their place.
  case respelled([UInt8])
  /// Two or three Chinese characters, by their classes.
  case run([UInt16])
  /// A word and the Chinese character before it (side 0) or behind it (1).
  case mixed(side: UInt32, [UInt8], UInt16)
  /// A Chinese character, or a sign that is a literal, by its class.
  case single(UInt16)

  /// Where it stands in the table of words and runs; `nil` for a single character.
  var hash: UInt64? {
    switch self {
    case .words(let word, nil): trust_quick_finish(Self.hash(word))
    case .words(let first, let second?): trust_quick_words(Self.hash(first), Self.hash(second))
    case .respelled(let word): trust_quick_finish(Self.hash(word, TRUST_QUICK_RESPELLED))
    case .run(let run):
      trust_quick_run(
        run.count > 2 ? UInt32(run[0]) : 0,
        UInt32(run[run.count - 2]),
        UInt32(run[run.count - 1])
      )
    case .mixed(let side, let word, let character):
      trust_quick_mixed(side, Self.hash(word), UInt32(character))
    case .single: nil
    }
  }

  private static func hash(_ letters: [UInt8], _ seed: Int = 0) -> UInt64 {
    letters.reduce(UInt64(seed)) { trust_quick_mix($0, UInt32($1)) }
  }

  /// For each word of a literal that may be written with digits, what it then is: `g4rlic`.
  private static func respelled(_ literal: Literal) -> [QuickWindow] {
    literal.symbols.split { ScalarClass($0) != .word }
      .filter { $0.count > 2 }
      .map { word in
        var letters: [UInt8] = []
        for letter in word.map({ trust_quick_respelled(QuickAlphabet.letter($0)) })
        where letter != letters.last {
          letters.append(letter)
        }
        return .respelled(letters)
      }
  }

  /// The letters of a word as the quick pass hashes them.
  static func letters(of word: some Sequence<UInt32>) -> [UInt8] {
    var letters: [UInt8] = []
    for letter in word.map({ QuickAlphabet.letter($0) }) where letter != letters.last {
      letters.append(letter)
    }
    return letters
  }

  /// What tells that a literal may stand in a text, and the share of posts that show it: the window
  /// that the fewest posts have, and what it or the literal turns to in disguises.
  static func signs(
    of literal: Literal,
    in alphabet: QuickAlphabet
  ) -> [(window: QuickWindow, share: Double)] {
    let plain = windows(of: literal, in: alphabet).filter { !$0.hasFigure }
    var signs = plain.min { $0.share < $1.share }.map { [($0.window, $0.share)] } ?? []
    // Figures may be written as digits or numerals: each way has a window of its own.
    if let variants = Numerals.variants(of: literal.symbols) {
      let rarest = variants.compactMap { variant -> (window: QuickWindow, share: Double, Bool)? in
        let literal = Literal(symbols: variant, mayBeGlued: literal.mayBeGlued)
        return windows(of: literal, in: alphabet, figuresVary: false).min { $0.share < $1.share }
      }
      let share = rarest.reduce(0) { $0 + $1.share }
      if rarest.count == variants.count, share < signs.first?.1 ?? .infinity {
        signs = rarest.map { ($0.window, $0.share) }
      }
    }
    guard !signs.isEmpty else { return [] }
    return signs + (respelled(literal) + split(literal, alphabet)).map { ($0, 0) }
  }

  /// For each character of a literal that may be written as its parts, those.
  private static func split(_ literal: Literal, _ alphabet: QuickAlphabet) -> [QuickWindow] {
    literal.symbols.flatMap { Shapes.parts(of: $0) }.compactMap { parts in
      let classes = parts.compactMap { alphabet.hanClasses[$0] }
      guard classes.count == 2 else { return nil }
      return .run(classes)
    }
  }

  /// The windows of a literal; those with figures are marked if they may be written otherwise.
  private static func windows(
    of literal: Literal,
    in alphabet: QuickAlphabet,
    figuresVary: Bool = true
  ) -> [(window: QuickWindow, share: Double, hasFigure: Bool)] {
    let background = Background.shared
    var windows: [(QuickWindow, Double, Bool)] = []
    // A glued literal may have more letters before its first word and behind its last.
    let mayBePaired = !literal.mayBeGlued
    // The words and Chinese characters one after another.
    var before: [UInt32]?
    var run: [UInt32] = []
    var last: (token: [UInt32], isFigure: Bool)?
    for token in Background.tokens(of: literal.symbols) {
      guard let first = token.first else { continue }
      let isFigure = figuresVary && isFigure(token, in: literal.symbols)
      if mayBePaired, let last, let (window, share) = mixed(last.token, Array(token), alphabet) {
        windows.append((window, share, last.isFigure || isFigure))
      }
      last = (Array(token), isFigure)
      switch ScalarClass(first) {
      case .word:
        let word = Array(token)
        let letters = letters(of: word)
        windows.append((.words(letters, nil), background.share(ofLetters: letters), isFigure))
        if let before, mayBePaired, !isFigure {
          let pair = background.share(ofWindow: Background.pair(before, word))
          windows.append((.words(self.letters(of: before), letters), pair, false))
        }
        before = isFigure ? nil : word
        run = []
      case .han:
        before = nil
        guard let number = alphabet.hanClasses[first] else { continue }
        windows.append((.single(number), background.share(ofWindow: Array(token)), isFigure))
        if isFigure {
          run = []
          continue
        }
        // Runs of one character count once.
        if run.last.flatMap({ alphabet.hanClasses[$0] }) != number {
          run = Array((run + [first]).suffix(3))
        }
        windows += Self.windows(of: run, in: alphabet).map { ($0.window, $0.share, false) }
      case .other:
        if let number = alphabet.signClasses[first] {
          windows.append((.single(number), QuickAlphabet.share(ofSign: first), false))
        }
      }
    }
    return windows
  }

  /// The window of a word next to a Chinese character.
  private static func mixed(
    _ first: [UInt32],
    _ second: [UInt32],
    _ alphabet: QuickAlphabet
  ) -> (window: QuickWindow, share: Double)? {
    let (side, word, character): (UInt32, [UInt32], [UInt32])
    switch (ScalarClass(first[0]), ScalarClass(second[0])) {
    case (.han, .word): (side, word, character) = (0, second, first)
    case (.word, .han): (side, word, character) = (1, first, second)
    default: return nil
    }
    guard let number = alphabet.hanClasses[character[0]] else { return nil }
    let letters = letters(of: word)
    let background = Background.shared
    let shares = (background.share(ofLetters: letters), background.share(ofWindow: character))
    // They are not counted together: where one is, the other is taken to be more common by this.
    let share = min(shares.0, shares.1, shares.0 * shares.1 * 8)
    return (.mixed(side: side, letters, number), share)
  }

  /// The windows that end with the last character of a run of two or three.
  private static func windows(
    of run: [UInt32],
    in alphabet: QuickAlphabet
  ) -> [(window: QuickWindow, share: Double)] {
    guard run.count >= 2 else { return [] }
    let background = Background.shared
    let classes = run.compactMap { alphabet.hanClasses[$0] }
    let pair = background.share(ofWindow: Array(run.suffix(2)))
    let windows = [(QuickWindow.run(Array(classes.suffix(2))), pair)]
    guard run.count == 3 else { return windows }
    let opening = background.share(ofWindow: Array(run.prefix(2)))
    let middle = background.share(ofWindow: [run[1]])
    return windows + [(.run(classes), min(opening, pair, opening * pair / middle))]
  }

  /// Whether a token may be another one where figures are written otherwise: it has one, or stands
  /// next to one.
  private static func isFigure(_ token: ArraySlice<UInt32>, in symbols: [UInt32]) -> Bool {
    let isWord = ScalarClass(symbols[token.startIndex]) == .word
    let around =
      isWord
      ? max(0, token.startIndex - 1)..<min(symbols.count, token.endIndex + 1)
      : token.startIndex..<token.endIndex
    return symbols[around].contains { ScalarClass.isDigit($0) || Numerals.digit($0) != nil }
  }
}
