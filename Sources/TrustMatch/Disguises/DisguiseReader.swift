internal import TrustText

/// Reads a folded text once more and undoes the disguises of Chinese words in it; Latin words are
/// left to `DisguiseReader+Latin`.
struct DisguiseReader {
  let vocabulary: DisguiseVocabulary
  let text: FoldedText
  let symbols: [UInt32]
  private(set) var reading: DisguiseReading
  private let settled = Shapes.settled
  private var runEnd = 0

  /// More signs than this in a row are a drawn line, not a disguise.
  static let mostMarks = 4

  init(_ vocabulary: DisguiseVocabulary, _ text: FoldedText, reusing reading: DisguiseReading) {
    self.vocabulary = vocabulary
    self.text = text
    symbols = text.symbols
    self.reading = reading
    self.reading.removeAll()
  }

  /// Reads the whole text.
  ///
  /// - Complexity: O(n).
  mutating func read(_ bytes: borrowing Span<UInt8>) {
    var index = 0
    while index < symbols.count {
      let plain = endOfPlain(from: index, bytes)
      if plain > index {
        copy(index..<plain)
        index = plain
        continue
      }
      let symbol = symbols[index]
      switch ScalarClass(symbol) {
      case .han: index = readCharacter(symbol, at: index)
      case .word: index = readLatin(at: index, bytes)
      case .other:
        let character = LookAlikes.character(symbol)
        if character != symbol {
          index = readCharacter(character, at: index)
        } else if opensLatin(index) {
          index = readLatin(at: index, bytes)
        } else {
          index = readMarks(at: index)
        }
      }
    }
  }

  mutating func append(_ symbol: UInt32, for range: Range<Int>, _ disguises: Disguises = []) {
    reading.append(symbol, for: range, disguises)
  }

  /// Copies symbols as they are.
  mutating func copy(_ range: Range<Int>) { reading.append(symbols, range) }

  /// The end of the symbols of which nothing can be undone, whatever is around them: characters,
  /// words, and the spaces between words.
  ///
  /// PERF: that is most of a text, and is copied at once.
  private func endOfPlain(from start: Int, _ bytes: borrowing Span<UInt8>) -> Int {
    let symbols = symbols.span
    let settled = settled.span
    var index = start
    var isBehindWord = start > 0 && reading.endsInWord
    while index < symbols.count {
      let symbol = symbols[index]
      if symbol >= 0x4E00, symbol <= 0x9FFF {
        guard settled[Int(symbol >> 6)] >> UInt64(symbol & 63) & 1 == 1,
          index + 1 == symbols.count || symbols[index + 1] != symbol
        else { return index }
        index += 1
        isBehindWord = false
      } else if symbol >= 0x61, symbol <= 0x7A {
        guard let end = endOfPlainWord(at: index, in: symbols, bytes) else { return index }
        index = end
        isBehindWord = true
      } else if symbol == 0x20, isBehindWord, index + 1 < symbols.count,
        ScalarClass(symbols[index + 1]) == .word
      {
        index += 1
        isBehindWord = false
      } else {
        return index
      }
    }
    return index
  }

  // MARK: - Characters

  /// Reads a Chinese character, however it is written, and answers where to go on.
  private mutating func readCharacter(_ character: UInt32, at index: Int) -> Int {
    // PERF: nothing can be undone of most characters.
    if character == symbols[index], Shapes.isPlain(character), Numerals.digit(character) == nil,
      index + 1 == symbols.count || symbols[index + 1] != character
    {
      reading.append(character, for: index..<index + 1)
      return index + 1
    }
    if let end = readNumerals(at: index) { return end }
    if index + 1 < symbols.count,
      let whole = Shapes.whole(character, LookAlikes.character(symbols[index + 1])),
      support(whole, at: index..<index + 2) > support(character, at: index..<index + 1)
    {
      reading.append(whole, for: index..<index + 2, .lookAlikes)
      return index + 2
    }
    let end = endOfRun(at: index)
    if end - index > 1, isRepeated(character, index..<end), support(character, at: index..<end) > 0
    {
      reading.append(
        character,
        for: index..<end,
        .repeats,
        isDoubled: end - index == 2
      )
      return end
    }
    var best = (character, support: support(character, at: index..<index + 1))
    for other in Shapes.alternatives(of: character) {
      let support = support(other, at: index..<index + 1)
      if support > best.support { best = (other, support) }
    }
    let isAsWritten = best.0 == symbols[index]
    reading.append(best.0, for: index..<index + 1, isAsWritten ? [] : .lookAlikes)
    return index + 1
  }

  /// The end of the run of the same symbol, found once for all in it.
  private mutating func endOfRun(at index: Int) -> Int {
    if index >= runEnd {
      runEnd = index + 1
      while runEnd < symbols.count, symbols[runEnd] == symbols[index] { runEnd += 1 }
    }
    return runEnd
  }

  /// Whether characters that are alike are one, written several times: more than twice, or beside
  /// another one that is, or never twice in a literal.
  private func isRepeated(_ character: UInt32, _ range: Range<Int>) -> Bool {
    let next = range.upperBound
    return range.count > 2 || reading.endsRepeated
      || (next + 1 < symbols.count && symbols[next] == symbols[next + 1])
      || !vocabulary.areNeighbours(character, character)
  }

  /// With how many of its neighbours a character stands side by side in a literal.
  private func support(_ character: UInt32, at range: Range<Int>) -> Int {
    var support = 0
    if let left = reading.last, vocabulary.areNeighbours(left, character) { support += 1 }
    if let right = nextCharacter(from: range.upperBound),
      vocabulary.areNeighbours(character, right)
    {
      support += 1
    }
    return support
  }

  /// The next character behind a few signs.
  private func nextCharacter(from start: Int) -> UInt32? {
    for index in start..<min(symbols.count, start + Self.mostMarks + 1)
    where ScalarClass(symbols[index]) != .other {
      return symbols[index]
    }
    return nil
  }

  // MARK: - Numerals

  /// Reads 五g as 5g and 八四 as 84, where a literal has it so.
  private mutating func readNumerals(at start: Int) -> Int? {
    guard Numerals.digit(symbols[start]) != nil, reading.last.flatMap(Numerals.digit) == nil else {
      return nil
    }
    var word: [UInt32] = []
    var end = start
    while end < symbols.count, word.count < 8, let digit = Numerals.digit(symbols[end]) {
      word.append(digit)
      end += 1
    }
    let digits = end
    while end < symbols.count, end - start < 16, ScalarClass(symbols[end]) == .word {
      word.append(symbols[end])
      end += 1
    }
    guard word.count >= 2, end > digits || digits - start >= 2, vocabulary.hasWord(word) else {
      return nil
    }
    for (offset, symbol) in word.enumerated() {
      append(
        symbol,
        for: start + offset..<start + offset + 1,
        offset < digits - start ? .figures : []
      )
    }
    return end
  }

  /// Reads 大3阳 as 大三阳: a figure between characters, if a literal has its numeral there.
  mutating func readFigure(at index: Int) -> Bool {
    guard let numeral = Numerals.numeral(symbols[index]),
      support(numeral, at: index..<index + 1) > 0
    else { return false }
    append(numeral, for: index..<index + 1, .figures)
    return true
  }

  // MARK: - Signs

  /// Drops signs between two characters of a literal, or makes one space of signs between two
  /// words of one; answers where to go on.
  private mutating func readMarks(at start: Int) -> Int {
    var end = start
    while end < symbols.count, end - start <= Self.mostMarks,
      ScalarClass(symbols[end]) == .other, LookAlikes.character(symbols[end]) == symbols[end]
    {
      end += 1
    }
    guard end < symbols.count, end - start <= Self.mostMarks, let left = reading.last else {
      copy(start..<end)
      return end
    }
    let run = NoiseRun(symbols[start..<end])
    let right = symbols[end]
    if ScalarClass(left) == .han, run.mayJoin(isIsolated: isIsolated(start, end)) {
      let character = LookAlikes.character(right)
      if vocabulary.areNeighbours(left, character)
        || Shapes.alternatives(of: character).contains(where: {
          vocabulary.areNeighbours(left, $0)
        })
      {
        reading.drop(.noise)
        return end
      }
    }
    if run.mayPartWords, ScalarClass(left) == .word, ScalarClass(right) == .word,
      vocabulary.areNeighbours(lastWord(), word(from: end))
    {
      append(0x20, for: start..<end, .noise)
      return end
    }
    copy(start..<end)
    return end
  }

  /// Whether a character beside signs stands alone, as each does in 漂，白，水.
  private func isIsolated(_ start: Int, _ end: Int) -> Bool {
    let left = start < 2 || ScalarClass(symbols[start - 2]) != .han
    let right = end + 1 >= symbols.count || ScalarClass(symbols[end + 1]) != .han
    return left || right
  }

  private func lastWord() -> UInt64 {
    var start = reading.symbols.count
    while start > 0, ScalarClass(reading.symbols[start - 1]) == .word { start -= 1 }
    return DisguiseVocabulary.hash(reading.symbols[start...])
  }

  private func word(from start: Int) -> UInt64 {
    var end = start
    while end < symbols.count, ScalarClass(symbols[end]) == .word { end += 1 }
    return DisguiseVocabulary.hash(symbols[start..<end])
  }
}
