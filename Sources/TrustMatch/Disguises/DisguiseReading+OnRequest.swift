internal import TrustText

extension DisguiseReading {
  /// Reads a folded text with words in the place of emoji and slang.
  ///
  /// - Complexity: O(n).
  mutating func readStandIns(in text: FoldedText, _ vocabulary: DisguiseVocabulary) {
    removeAll()
    let symbols = text.symbols
    var index = 0
    while index < symbols.count {
      guard let (length, meant) = StandIns.standIn(in: symbols, at: index),
        let word = Self.word(among: meant, for: index..<index + length, in: symbols)
      else {
        append(symbols[index], for: index..<index + 1)
        index += 1
        continue
      }
      // A character that often means itself must fit its neighbours.
      let isCharacter = ScalarClass(symbols[index]) == .han && length == 1
      let end = index + length
      let fits =
        last.map { vocabulary.areNeighbours($0, word[0]) } ?? false
        || end < symbols.count && vocabulary.areNeighbours(word[word.count - 1], symbols[end])
      if isCharacter, !fits {
        append(symbols[index], for: index..<end)
      } else {
        for symbol in word { append(symbol, for: index..<end, .standIns) }
      }
      index = end
    }
  }

  /// Reads a folded text with words in the place of masked ones.
  ///
  /// - Complexity: O(n).
  mutating func readMasks(in text: FoldedText, _ masks: MaskIndex) {
    removeAll()
    var index = 0
    while index < text.count {
      if let (range, word) = masks.word(at: index, in: text) {
        for symbol in word { append(symbol, for: range, .masks) }
        index = range.upperBound
      } else {
        append(text.symbols[index], for: index..<index + 1)
        index += 1
      }
    }
  }

  /// The word that is meant in the language of the nearest letters.
  private static func word(
    among meant: [[UInt32]],
    for range: Range<Int>,
    in symbols: [UInt32]
  ) -> [UInt32]? {
    let before = symbols[max(0, range.lowerBound - 8)..<range.lowerBound].reversed()
    let after = symbols[range.upperBound..<min(symbols.count, range.upperBound + 8)]
    let neighbour = (before + after).first { ScalarClass($0) != .other }
    let isChinese = neighbour.map { ScalarClass($0) == .han } ?? true
    return meant.first { $0.first.map { (ScalarClass($0) == .han) == isChinese } ?? false }
      ?? meant.first
  }
}
