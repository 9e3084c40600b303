internal import CTrustQuick
internal import TrustText

/// A part of a literal that a text must show, as the quick pass sees it.
enum QuickWindow: Hashable {
  /// One word or two, runs of one letter counted once.
  case words([UInt8], [UInt8]?)
  /// A word whose letters may have digits in their place.
  case respelled([UInt8])
  /// A word that is a part of a longer one, and where it stands there.
  case glued([UInt8], UInt32)
  /// Two Chinese characters, by their classes.
  case run(UInt16, UInt16)
  /// A word and the Chinese character before it (side 0) or behind it (1).
  case mixed(side: UInt32, [UInt8], UInt16)
  /// A Chinese character, or a sign that is a literal, by its class.
  case single(UInt16)
  /// Any word with a digit in it.
  case digits

  /// Where it stands in the table of words and runs; `nil` for a single character.
  var hash: UInt64? {
    switch self {
    case .words(let word, nil): trust_quick_finish(Self.hash(word))
    case .words(let first, let second?): trust_quick_words(Self.hash(first), Self.hash(second))
    case .respelled(let word): trust_quick_finish(Self.hash(word, TRUST_QUICK_RESPELLED))
    case .glued(let word, let place): trust_quick_glued(place, Self.hash(word))
    case .run(let first, let second): trust_quick_run(UInt32(first), UInt32(second))
    case .mixed(let side, let word, let character):
      trust_quick_mixed(side, Self.hash(word), UInt32(character))
    case .single, .digits: nil
    }
  }

  /// How many tokens a text has for it.
  var length: UInt32 {
    switch self {
    case .run(let first, let second): first == second ? 1 : 2
    case .words(_, nil), .respelled, .glued, .single, .digits: 1
    case .words, .mixed: 2
    }
  }

  /// A number that tells it from others.
  var order: UInt64 {
    if case .single(let number) = self { UInt64(number) } else { hash ?? 0 }
  }

  /// The hash of a word, unfinished.
  static func hash(_ letters: [UInt8], _ seed: Int = 0) -> UInt64 {
    letters.reduce(UInt64(seed)) { trust_quick_mix($0, UInt32($1)) }
  }

  /// The letters of a word as the quick pass hashes them.
  static func letters(of word: some Sequence<UInt32>) -> [UInt8] {
    collapsed(word.lazy.map { QuickAlphabet.letter($0) })
  }

  /// A word that may be written with digits.
  static func respelled(_ word: some Sequence<UInt32>) -> QuickWindow {
    .respelled(collapsed(word.lazy.map { trust_quick_respelled(QuickAlphabet.letter($0)) }))
  }

  private static func collapsed(_ letters: some Sequence<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    for letter in letters where letter != kept.last { kept.append(letter) }
    return kept
  }
}
