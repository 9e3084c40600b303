/// What an engine found, in a form in which engines can be compared.
struct MatchSet {
  struct Match: Hashable, Comparable {
    var post: Int
    var phrase: Int
    /// In bytes of the original.
    var start: Int
    var end: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.post, a.phrase, a.start, a.end) < (b.post, b.phrase, b.start, b.end)
    }
  }

  private var all: [Match] = []
  /// What only this engine looks for.
  var beyond = 0

  mutating func insert(_ match: Match) { all.append(match) }

  /// In order, and of overlapping places of one phrase the first, as the engine reports them.
  var matches: [Match] {
    var kept: [Match] = []
    for match in all.sorted() {
      if let last = kept.last, (last.post, last.phrase) == (match.post, match.phrase),
        match.start < last.end
      {
        continue
      }
      kept.append(match)
    }
    return kept
  }

  /// FNV-1a over all matches.
  static func hash(_ matches: [Match]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for match in matches {
      for value in [match.post, match.phrase, match.start, match.end] {
        for shift in stride(from: 0, to: 32, by: 8) {
          hash = (hash ^ UInt64(truncatingIfNeeded: value >> shift & 0xFF)) &* 0x100_0000_01B3
        }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
