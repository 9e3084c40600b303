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
    case .single: nil
    }
  }

  private static func hash(_ letters: [UInt8], _ seed: Int = 0) -> UInt64 {
    letters.reduce(UInt64(seed)) { trust_quick_mix($0, UInt32($1)) }
  }

  /// For each word of a literal that may be written with digits, what it then is: `g4rlic`.
  static func respelled(_ literal: Literal) -> [QuickWindow] {
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

  /// The window of a literal that the fewest posts have, and the share of posts that do.
  static func rarest(
    of literal: Literal,
    in alphabet: QuickAlphabet
  ) -> (window: QuickWindow, share: Double)? {
    windows(of: literal, in: alphabet).min { $0.share < $1.share }
  }

  private static func windows(
    of literal: Literal,
    in alphabet: QuickAlphabet
  ) -> [(window: QuickWindow, share: Double)] {
    let background = Background.shared
    var windows: [(QuickWindow, Double)] = []
    // The words, Chinese characters and signs one after another.
    var before: [UInt32]?
    var run: [UInt32] = []
    for token in Background.tokens(of: literal.symbols) {
      guard let first = token.first else { continue }
      switch ScalarClass(first) {
      case .word:
        let word = Array(token)
        let letters = letters(of: word)
        windows.append((.words(letters, nil), background.share(ofLetters: letters)))
        // A glued literal may have more letters before its first word.
        if let before, !literal.mayBeGlued {
          let pair = background.share(ofWindow: Background.pair(before, word))
          windows.append((.words(self.letters(of: before), letters), pair))
        }
        before = word
        run = []
      case .han:
        before = nil
        let share = background.share(ofWindow: Array(token))
        guard let number = alphabet.hanClasses[first] else { continue }
        windows.append((.single(number), share))
        // Runs of one character count once.
        if run.last != first { run = Array(run.suffix(2) + token) }
        let classes = run.compactMap { alphabet.hanClasses[$0] }
        if run.count >= 2 {
          let pair = background.share(ofWindow: Array(run.suffix(2)))
          windows.append((.run(Array(classes.suffix(2))), pair))
          if run.count == 3 {
            let opening = background.share(ofWindow: Array(run.prefix(2)))
            let middle = background.share(ofWindow: [run[1]])
            windows.append((.run(classes), min(opening, pair, opening * pair / middle)))
          }
        }
      case .other:
        if let number = alphabet.signClasses[first] {
          windows.append((.single(number), QuickAlphabet.share(ofSign: first)))
        }
      }
    }
    return windows
  }

}
