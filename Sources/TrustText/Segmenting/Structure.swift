/// Finds the parts of a folded text by its punctuation.
///
/// Offsets are symbols.
enum Structure {
  private static let newline: UInt32 = 0x0A
  private static let hash: UInt32 = 0x23

  // MARK: - Voices

  /// Where the writer's words start (0) and where each repost starts: `//@name` or `RT @name`.
  ///
  /// A post that opens with a repost has two voices that start at 0, the first of which is silent.
  static func findVoices(_ symbols: Span<UInt32>, into starts: inout [Int]) {
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for index in symbols.indices where symbols[index] == 0x40 && index >= 2 {
      let isSlashed = symbols[index - 1] == 0x2F && symbols[index - 2] == 0x2F
      if isSlashed { starts.append(index - 2) }
      // "rt @name", where "rt" is a word.
      let isRetweet =
        index >= 3 && symbols[index - 1] == 0x20 && symbols[index - 2] == 0x74
        && symbols[index - 3] == 0x72
        && (index == 3 || ScalarClass(symbols[index - 4]) == .other)
      if isRetweet { starts.append(index - 3) }
    }
  }

  // MARK: - Sentences and clauses

  /// Makes sentences of the starts that Unicode's rules propose: ended also by line breaks and
  /// reposts, without those that only close a list number or an abbreviation.
  static func finishSentences(
    _ symbols: Span<UInt32>,
    voices: [Int],
    starts: inout [Int]
  ) {
    starts.removeAll { start in
      start <= 0 || start >= symbols.count || endsInNumberOrAbbreviation(symbols, start)
    }
    starts.append(0)
    for index in symbols.indices where symbols[index] == newline && index + 1 < symbols.count {
      starts.append(index + 1)
    }
    for voice in voices where voice > 0 && voice < symbols.count { starts.append(voice) }
    sortEachOnce(&starts)
  }

  private static func sortEachOnce(_ starts: inout [Int]) {
    guard starts.count > 1 else { return }
    starts.sort()
    var kept = 1
    for index in 1..<starts.count where starts[index] != starts[kept - 1] {
      starts[kept] = starts[index]
      kept += 1
    }
    starts.removeLast(starts.count - kept)
  }

  private static let abbreviations: Set<[UInt32]> = Set(
    [
      "dr", "mr", "mrs", "ms", "prof", "st", "no", "vs", "e.g", "i.e", "u.s", "u.k", "p.s",
      "approx",
    ]
    .map { $0.unicodeScalars.map(\.value) }
  )
  private static let longestAbbreviation = abbreviations.map(\.count).max() ?? 0

  // The rules break after every full stop before a capital, "1. Garlic" and "Dr. Wu" too.
  private static func endsInNumberOrAbbreviation(_ symbols: Span<UInt32>, _ start: Int) -> Bool {
    var end = start
    while end > 0, symbols[end - 1] == 0x20 { end -= 1 }
    guard end > 0, symbols[end - 1] == 0x2E else { return false }
    end -= 1
    var first = end
    while first > 0, ScalarClass(symbols[first - 1]) == .word || symbols[first - 1] == 0x2E {
      first -= 1
    }
    let length = end - first
    guard length > 0, length <= longestAbbreviation else { return false }
    let word = (first..<end).map { symbols[$0] }
    if length <= 2, word.allSatisfy(ScalarClass.isDigit) {
      // A list number opens its line or sentence.
      var before = first
      while before > 0, symbols[before - 1] == 0x20 { before -= 1 }
      return before == 0 || ScalarClass(symbols[before - 1]) == .other
    }
    return abbreviations.contains(word)
  }

  /// Clauses start where sentences do, and behind commas and the like.
  static func findClauses(
    _ symbols: Span<UInt32>,
    sentences: [Int],
    into starts: inout [Int]
  ) {
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: sentences)
    for index in 0..<max(0, symbols.count - 1) where endsClause(symbols, index) {
      starts.append(index + 1)
    }
    sortEachOnce(&starts)
  }

  private static func endsClause(_ symbols: Span<UInt32>, _ index: Int) -> Bool {
    switch symbols[index] {
    // ， ; 。 ! ? and a line break.
    case 0xFF0C, 0x3B, 0x3002, 0x21, 0x3F, newline: return true
    case 0x2C:
      return
        !(index > 0 && ScalarClass.isDigit(symbols[index - 1])
        && ScalarClass.isDigit(symbols[index + 1]))
    // An ellipsis, which folds to full stops.
    case 0x2E: return index > 0 && symbols[index - 1] == 0x2E
    // A space that folding left between two Chinese runs.
    case 0x20:
      return index > 0 && ScalarClass(symbols[index - 1]) == .han
        && ScalarClass(symbols[index + 1]) == .han
    default: return false
    }
  }

  // MARK: - Lengths

  /// The length in half words of what stands before each symbol, and before the end.
  static func measure(_ symbols: Span<UInt32>, into lengths: inout [Int32]) {
    lengths.removeAll(keepingCapacity: true)
    lengths.reserveCapacity(symbols.count + 1)
    var total: Int32 = 0
    var isInWord = false
    for index in symbols.indices {
      lengths.append(total)
      let symbol = symbols[index]
      switch ScalarClass(symbol) {
      case .han:
        total += 1
        isInWord = false
      case .word:
        if !isInWord { total += 2 }
        isInWord = true
      case .other:
        // "3.5" and "123,456" are one number.
        let isInner =
          (symbol == 0x2E || symbol == 0x2C) && isInWord && index + 1 < symbols.count
          && ScalarClass.isDigit(symbols[index - 1]) && ScalarClass.isDigit(symbols[index + 1])
        isInWord = isInner
      }
    }
    lengths.append(total)
  }

  // MARK: - Quotations and headings

  private static let longestQuotation = 300
  private static let longestHeading = 80
  private static let longestBracket = 12

  /// “…”, 「…」, 『…』, 《…》, «…» and "…"; a mark that is never closed quotes nothing.
  static func quotations(_ symbols: Span<UInt32>) -> [Range<Int>] {
    enclosed(symbols, longest: longestQuotation) { opener in
      switch opener {
      case 0x201C: 0x201D
      case 0x300C: 0x300D
      case 0x300E: 0x300F
      case 0x300A: 0x300B
      case 0xAB: 0xBB
      case 0x22: 0x22
      default: nil
      }
    }
  }

  /// 【…】, short […], #…# and #hashtags.
  static func headings(_ symbols: Span<UInt32>) -> [Range<Int>] {
    let brackets = enclosed(symbols, longest: longestHeading) { opener in
      opener == 0x3010 ? 0x3011 : opener == 0x3016 ? 0x3017 : nil
    }
    let short = enclosed(symbols, longest: longestBracket) { $0 == 0x5B ? 0x5D : nil }
    return brackets + short + hashtags(symbols)
  }

  /// `#words#` as on Weibo, else `#word` as on Twitter; the signs excluded.
  private static func hashtags(_ symbols: Span<UInt32>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < symbols.count {
      guard symbols[index] == hash else {
        index += 1
        continue
      }
      let first = index + 1
      var end = first
      while end < symbols.count, symbols[end] != hash, symbols[end] != newline,
        end - first <= longestHeading
      {
        end += 1
      }
      let isPaired =
        end < symbols.count && symbols[end] == hash && end > first
        && symbols[first] != 0x20
        && (first..<end).contains { ScalarClass(symbols[$0]) == .han }
      if !isPaired {
        end = first
        while end < symbols.count, ScalarClass(symbols[end]) != .other || symbols[end] == 0x5F {
          end += 1
        }
      }
      if end > first { found.append(first..<end) }
      index = isPaired ? end + 1 : max(end, first)
    }
    return found
  }

  private static func enclosed(
    _ symbols: Span<UInt32>,
    longest: Int,
    closer: (UInt32) -> UInt32?
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < symbols.count {
      guard let closer = closer(symbols[index]) else {
        index += 1
        continue
      }
      let limit = min(symbols.count, index + 1 + longest)
      var end = index + 1
      while end < limit, symbols[end] != closer, symbols[end] != newline { end += 1 }
      if end < limit, symbols[end] == closer {
        found.append(index + 1..<end)
        index = end + 1
      } else {
        index += 1
      }
    }
    return found
  }
}
