import TrustText

/// Some sentences of a text; those behind the first 63 are one.
struct SentenceSet: Equatable {
  private var bits: UInt64

  static let none = SentenceSet(bits: 0)
  static let all = SentenceSet(bits: .max)

  private init(bits: UInt64) { self.bits = bits }

  /// The set of one sentence, by its number.
  init(_ sentence: Int) { bits = 1 << UInt64(min(sentence, 63)) }

  var isEmpty: Bool { bits == 0 }

  mutating func formUnion(_ other: SentenceSet) { bits |= other.bits }
  mutating func formIntersection(_ other: SentenceSet) { bits &= other.bits }
}

extension Segmentation {
  /// Whether no link, and no two words that touch, go on over the end of a sentence, as in
  /// `www.example.org/?Q` or `Wow!Great`.
  var endsSentencesBetweenWords: Bool {
    !sentenceStarts.contains { start in
      start > 0 && Self.goesOn(symbol(start - 1)) && Self.goesOn(symbol(start))
    }
  }

  private static func goesOn(_ symbol: UInt32) -> Bool {
    (symbol > 0x20 && symbol < 0x7F) || ScalarClass(symbol) == .word
  }
}
