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
  static func voiceStarts(_ symbols: [UInt32]) -> [Int] {
    var starts = [0]
    for (index, symbol) in symbols.enumerated() where symbol == 0x40 && index >= 2 {
      let isSlashed = symbols[index - 1] == 0x2F && symbols[index - 2] == 0x2F
      if isSlashed { starts.append(index - 2) }
      // "rt @name", where "rt" is a word.
      let isRetweet =
        index >= 3 && symbols[index - 1] == 0x20 && symbols[index - 2] == 0x74
        && symbols[index - 3] == 0x72
        && (index == 3 || ScalarClass(symbols[index - 4]) == .other)
      if isRetweet { starts.append(index - 3) }
    }
    return starts
  }

  // MARK: - Sentences and clauses

  /// ICU's sentences, ended also by line breaks and reposts, without those that only close a
  /// list number or an abbreviation.
  static func sentenceStarts(_ symbols: [UInt32], proposed: [Int], voices: [Int]) -> [Int] {
    var starts = Set([0])
    for start in proposed where start > 0 && start < symbols.count {
      if !endsInNumberOrAbbreviation(symbols, start) { starts.insert(start) }
    }
    for (index, symbol) in symbols.enumerated() where symbol == newline && index + 1 < symbols.count
    {
      starts.insert(index + 1)
    }
    for voice in voices where voice < symbols.count { starts.insert(voice) }
    return starts.sorted()
  }

  private static let abbreviations: Set<[UInt32]> = Set(
    [
      "dr", "mr", "mrs", "ms", "prof", "st", "no", "vs", "e.g", "i.e", "u.s", "u.k", "p.s",
      "approx",
    ]
    .map { $0.unicodeScalars.map(\.value) }
  )

  // ICU: its rules break after every full stop before a capital, "1. Garlic" and "Dr. Wu" too.
  private static func endsInNumberOrAbbreviation(_ symbols: [UInt32], _ start: Int) -> Bool {
    var end = start
    while end > 0, symbols[end - 1] == 0x20 { end -= 1 }
    guard end > 0, symbols[end - 1] == 0x2E else { return false }
    end -= 1
    var first = end
    while first > 0, ScalarClass(symbols[first - 1]) == .word || symbols[first - 1] == 0x2E {
      first -= 1
    }
    let word = Array(symbols[first..<end])
    if !word.isEmpty, word.count <= 2, word.allSatisfy(ScalarClass.isDigit) {
      // A list number opens its line or sentence.
      var before = first
      while before > 0, symbols[before - 1] == 0x20 { before -= 1 }
      return before == 0 || ScalarClass(symbols[before - 1]) == .other
    }
    return abbreviations.contains(word)
  }

  static func clauseStarts(_ symbols: [UInt32], sentences: [Int]) -> [Int] {
    var starts = Set(sentences)
    for index in symbols.indices.dropLast() where endsClause(symbols, index) {
      starts.insert(index + 1)
    }
    return starts.sorted()
  }

  private static func endsClause(_ symbols: [UInt32], _ index: Int) -> Bool {
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

  // MARK: - Quotations and headings

  private static let longestQuotation = 300
  private static let longestHeading = 80
  private static let longestBracket = 12

  /// “…”, 「…」, 『…』, 《…》, «…» and "…"; a mark that is never closed quotes nothing.
  static func quotations(_ symbols: [UInt32]) -> [Range<Int>] {
    let pairs: [UInt32: UInt32] = [
      0x201C: 0x201D, 0x300C: 0x300D, 0x300E: 0x300F, 0x300A: 0x300B, 0xAB: 0xBB, 0x22: 0x22,
    ]
    return enclosed(symbols, pairs: pairs, longest: longestQuotation)
  }

  /// 【…】, short […], #…# and #hashtags.
  static func headings(_ symbols: [UInt32]) -> [Range<Int>] {
    enclosed(symbols, pairs: [0x3010: 0x3011, 0x3016: 0x3017], longest: longestHeading)
      + enclosed(symbols, pairs: [0x5B: 0x5D], longest: longestBracket)
      + hashtags(symbols)
  }

  /// `#words#` as on Weibo, else `#word` as on Twitter; the signs excluded.
  package static func hashtags(_ symbols: [UInt32]) -> [Range<Int>] {
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
        && symbols[first..<end].contains { ScalarClass($0) == .han }
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
    _ symbols: [UInt32],
    pairs: [UInt32: UInt32],
    longest: Int
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < symbols.count {
      guard let closer = pairs[symbols[index]] else {
        index += 1
        continue
      }
      let limit = min(symbols.count, index + 1 + longest)
      let end = symbols[index + 1..<limit].firstIndex { $0 == closer || $0 == newline }
      if let end, symbols[end] == closer {
        found.append(index + 1..<end)
        index = end + 1
      } else {
        index += 1
      }
    }
    return found
  }
}
