internal import TrustMatch
internal import TrustText

/// Makes disguised copies of words; the same seed makes the same copies.
public struct Disguiser: Sendable {
  /// How it disguises.
  public let kind: DisguiseKind
  private var random: Generator

  /// Makes a disguiser.
  public init(_ kind: DisguiseKind, seed: UInt64 = 1) {
    self.kind = kind
    random = Generator(state: seed)
  }

  /// The words disguised, or `nil` if there is nothing in them that this kind can disguise.
  ///
  /// - Complexity: O(n).
  public mutating func disguise(_ words: String) -> String? {
    let pieces = Self.pieces(of: words)
    var result = ""
    for piece in pieces {
      switch piece.kind {
      case .han: result += characters(piece.symbols)
      case .latin: result += letters(piece.symbols)
      case .other: result += kind == .lineBreaks && piece.isSpace ? "\n" : piece.text
      }
    }
    return result == words ? nil : result
  }

  // MARK: - Pieces

  private struct Piece {
    enum Kind { case han, latin, other }
    var kind: Kind
    var symbols: [UInt32]

    var text: String { Disguiser.text(symbols) }
    var isSpace: Bool { symbols == [0x20] }
  }

  private static func pieces(of words: String) -> [Piece] {
    var pieces: [Piece] = []
    for scalar in words.unicodeScalars {
      let kind: Piece.Kind =
        switch ScalarClass(scalar.value | (scalar.properties.isUppercase ? 0x20 : 0)) {
        case .han: .han
        case .word: .latin
        case .other: .other
        }
      if pieces.last?.kind == kind {
        pieces[pieces.count - 1].symbols.append(scalar.value)
      } else {
        pieces.append(Piece(kind: kind, symbols: [scalar.value]))
      }
    }
    return pieces
  }

  static func text(_ symbols: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: symbols.compactMap(Unicode.Scalar.init))
    return String(text)
  }

  // MARK: - Chinese

  private mutating func characters(_ word: [UInt32]) -> String {
    let plain = Self.text(word)
    switch kind {
    case .traditional: return Self.text(word.map { Variants.traditional[$0] ?? $0 })
    case .hidden: return joined(word, with: ["\u{200B}", "\u{2060}", "\u{FE0F}", "\u{200D}"])
    case .marks: return joined(word, with: ["\u{0335}", "\u{0338}", "\u{20E0}"])
    case .escapes: return escaped(word)
    case .figures: return Self.text(word.map { Variants.cheque[$0] ?? $0 })
    case .lineBreaks: return broken(word, by: "\n")
    case .repeats: return word.count < 2 ? plain : repeated(word)
    case .spaces: return joined(word, with: [" "])
    case .signs: return joined(word, with: ["-", "*", "·", "~", "+", "=", "^", "”"])
    case .emoji: return joined(word, with: ["🌸", "❤️", "🔥", "👍🏽", "✨"])
    case .shapes: return replacedOne(word) { Shapes.alternatives(of: $0).map { [$0] } }
    case .parts: return replacedOne(word) { Variants.parts[$0].map { [$0] } ?? [] }
    case .pinyin: return word.count < 2 ? plain : spelledOut(word)
    case .initials: return word.count < 2 ? plain : initials(word)
    case .homophones:
      return word.count < 2
        ? plain : replacedOne(word) { Syllables.homophones(of: $0).map { [$0] } }
    case .standIns: return standIn(plain)
    case .masks: return word.count < 3 ? plain : masked(word)
    case .fullWidth, .styled, .capitals, .spelled, .letters, .leet: return plain
    }
  }

  private mutating func joined(_ word: [UInt32], with signs: [String]) -> String {
    let sign = signs[random.below(signs.count)]
    return word.map { Self.text([$0]) }.joined(separator: sign)
  }

  private mutating func broken(_ word: [UInt32], by sign: String) -> String {
    guard word.count > 1 else { return Self.text(word) }
    let at = 1 + random.below(word.count - 1)
    return Self.text(word[..<at]) + sign + Self.text(word[at...])
  }

  private mutating func repeated(_ word: [UInt32]) -> String {
    let times = 2 + random.below(2)
    return word.map { Self.text(repeatElement($0, count: times)) }.joined()
  }

  private mutating func escaped(_ word: [UInt32]) -> String {
    let form = random.below(3)
    return word.map { symbol in
      switch form {
      case 0: "&#\(symbol);"
      case 1: "&#x\(String(symbol, radix: 16));"
      default:
        symbol < 0x80
          ? "&#\(symbol);"
          : Self.text([symbol]).utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
      }
    }.joined()
  }

  /// Replaces one character for which there is another way to write it.
  private mutating func replacedOne(
    _ word: [UInt32],
    by ways: (UInt32) -> [[UInt32]]
  ) -> String {
    let places = word.indices.filter { !ways(word[$0]).isEmpty }
    guard !places.isEmpty else { return Self.text(word) }
    let place = places[random.below(places.count)]
    let choices = ways(word[place])
    let choice = choices[random.below(choices.count)]
    return Self.text(word[..<place]) + Self.text(choice) + Self.text(word[(place + 1)...])
  }

  private mutating func spelledOut(_ word: [UInt32]) -> String {
    let spellings = word.map { Syllables.spelling(of: $0) ?? [] }
    guard !spellings.contains([]) else { return Self.text(word) }
    // All of a long word, one character of a short one.
    if word.count >= 3, random.below(2) == 0 { return Self.text(spellings.joined()) }
    let place = random.below(word.count)
    return Self.text(word[..<place]) + Self.text(spellings[place]) + Self.text(word[(place + 1)...])
  }

  private mutating func initials(_ word: [UInt32]) -> String {
    let letters = word.compactMap { Syllables.spelling(of: $0)?.first }
    guard letters.count == word.count else { return Self.text(word) }
    if random.below(2) == 0 { return Self.text(letters) }
    let place = random.below(word.count)
    return Self.text(word[..<place]) + Self.text([letters[place]]) + Self.text(word[(place + 1)...])
  }

  private mutating func masked(_ word: [UInt32]) -> String {
    let place = 1 + random.below(word.count - 2)
    let mask = ["*", "某", "口", "○"][random.below(4)]
    return Self.text(word[..<place]) + mask + Self.text(word[(place + 1)...])
  }

  private mutating func standIn(_ plain: String) -> String {
    var result = plain
    for (meant, written) in Variants.standIns {
      if let range = result.firstRange(of: meant) {
        result.replaceSubrange(range, with: written[random.below(written.count)])
        break
      }
    }
    return result
  }

  // MARK: - Latin

  private mutating func letters(_ word: [UInt32]) -> String {
    let plain = Self.text(word)
    switch kind {
    case .fullWidth: return Self.text(word.map { $0 < 0x7F ? $0 + 0xFEE0 : $0 })
    case .styled: return styled(word)
    case .capitals:
      return word.enumerated().map { $0 % 2 == 0 ? Self.text([$1]).uppercased() : Self.text([$1]) }
        .joined()
    case .hidden: return joined(word, with: ["\u{200B}", "\u{00AD}", "\u{2060}"])
    case .marks: return joined(word, with: ["\u{0335}", "\u{0301}", "\u{0338}\u{0330}"])
    case .escapes: return escaped(word)
    case .figures: return Self.text(word.map { Variants.figures[$0] ?? $0 })
    default: break
    }
    guard word.count >= 4, word.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else {
      return kind == .standIns ? standIn(plain) : plain
    }
    switch kind {
    case .repeats: return repeatedLetter(word)
    case .signs: return broken(word, by: ["-", "*", ".", "_", "~"][random.below(5)])
    case .emoji: return broken(word, by: ["🌸", "❤️", "🔥"][random.below(3)])
    case .spelled: return joined(word, with: [".", " ", "-", "*"])
    case .letters:
      return replacedOne(word) { Variants.letters[$0 | 0x20].map { $0.map { [$0] } } ?? [] }
    case .leet:
      let written = replacedOne(word) { Variants.leet[$0 | 0x20].map { $0.map { [$0] } } ?? [] }
      // A sign at the front would make a name of it, or end the sentence before.
      return written.hasPrefix("@") ? "4" + written.dropFirst() : written
    case .masks: return maskedLetters(word)
    case .standIns: return standIn(plain)
    default: return plain
    }
  }

  private mutating func styled(_ word: [UInt32]) -> String {
    // Circled, bold, and letters on black squares.
    let small: [UInt32] = [0x24D0, 0x1D41A, 0x1F170]
    let style = small[random.below(small.count)]
    return Self.text(
      word.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A ? style + ($0 | 0x20) - 0x61 : $0 }
    )
  }

  private mutating func repeatedLetter(_ word: [UInt32]) -> String {
    let place = random.below(word.count)
    let times = 3 + random.below(3)
    return Self.text(word[..<place]) + Self.text(repeatElement(word[place], count: times))
      + Self.text(word[(place + 1)...])
  }

  private mutating func maskedLetters(_ word: [UInt32]) -> String {
    let hidden = max(1, min(word.count - 3, 1 + random.below(3)))
    let start = 1 + random.below(word.count - 1 - hidden)
    return Self.text(word[..<start]) + String(repeating: "*", count: hidden)
      + Self.text(word[(start + hidden)...])
  }
}

/// The generator SplitMix64, so that copies are the same on every machine.
private struct Generator: Sendable {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    value ^= value >> 31
    return Int(value % UInt64(max(1, bound)))
  }
}
