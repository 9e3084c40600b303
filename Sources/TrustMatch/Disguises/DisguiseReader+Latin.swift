internal import TrustText

extension DisguiseReader {
  /// Longer chains of letters and signs are no words.
  private static let longestChunk = 256
  /// How many pieces of a spelled-out word are tried together.
  private static let mostPieces = 24

  /// Whether a sign opens a word, as in `$cam`; behind a letter it closes one.
  func opensLatin(_ index: Int) -> Bool {
    Leet.isSign(symbols[index]) && symbols[index] != 0x40 && index + 1 < symbols.count
      && ScalarClass(symbols[index + 1]) == .word
      && (index == 0 || ScalarClass(symbols[index - 1]) != .word)
  }

  /// Reads letters, digits and the signs between them, and answers where to go on.
  mutating func readLatin(at start: Int, _ bytes: borrowing Span<UInt8>) -> Int {
    let chunk = LatinChunk(in: symbols, at: start, longest: Self.longestChunk) { index in
      isHyphen(index, bytes)
    }
    if chunk.range.count == 1, readFigure(at: start) { return chunk.range.upperBound }
    guard chunk.isSuspicious, !chunk.isLink, !isInName(start) else {
      copy(chunk.range)
      return chunk.range.upperBound
    }
    var piece = 0
    var end = chunk.range.lowerBound
    while piece < chunk.pieces.count {
      // The signs between two pieces.
      copy(end..<chunk.pieces[piece].lowerBound)
      if let next = readWord(chunk, from: piece) {
        piece = next
      } else {
        copy(chunk.pieces[piece])
        piece += 1
      }
      end = chunk.pieces[piece - 1].upperBound
    }
    copy(end..<chunk.range.upperBound)
    return chunk.range.upperBound
  }

  /// The end of a word of two or more letters that reads as it is written: its chunk is it alone, and
  /// nothing in it is odd.
  func endOfPlainWord(
    at start: Int,
    in symbols: borrowing Span<UInt32>,
    _ bytes: borrowing Span<UInt8>
  ) -> Int? {
    var end = start
    // A second double letter may be a disguise.
    var hasDouble = false
    while end < symbols.count, symbols[end] >= 0x61, symbols[end] <= 0x7A {
      if end > start, symbols[end] == symbols[end - 1] {
        if hasDouble { return nil }
        hasDouble = true
      }
      end += 1
    }
    guard end - start > 1, end - start < Self.longestChunk else { return nil }
    func isSpace(_ index: Int) -> Bool {
      index == symbols.count || (symbols[index] == 0x20 && !isHyphen(index, bytes))
    }
    guard !isSpace(end) else { return end }
    let next = symbols[end]
    switch ScalarClass(next) {
    case .han: return end
    case .word: return nil
    // A sign before a space parts words, unless it is one that may be the last letter.
    case .other: return !Leet.isSign(next) && isSpace(end + 1) ? end : nil
    }
  }

  /// A word that some pieces make up.
  private struct Candidate {
    /// The piece behind the word.
    var end: Int
    var word: Int
    var disguises: Disguises
  }

  /// Reads the pieces that make up a disguised word; answers the piece behind it.
  private mutating func readWord(_ chunk: LatinChunk, from first: Int) -> Int? {
    guard let found = choice(chunk, from: first) else { return nil }
    let range = chunk.pieces[first].lowerBound..<chunk.pieces[found.end - 1].upperBound
    for letter in vocabulary.letters(of: found.word) {
      append(UInt32(letter), for: range, found.disguises)
    }
    return found.end
  }

  /// Of the words that begin at a piece, the one from which the next word reaches furthest; none, if a word that begins at the next piece reaches further, or as
  /// far and is longer (“a l.e.p.e.r” is no ale).
  private func choice(_ chunk: LatinChunk, from first: Int) -> Candidate? {
    let candidates = candidates(chunk, from: first)
    guard chunk.pieces.count > 1 else { return candidates.last }
    func reach(_ end: Int) -> Int { max(end, self.candidates(chunk, from: end).last?.end ?? 0) }
    let best = candidates.map { ($0, reach: reach($0.end)) }.max { $0.reach < $1.reach }
    guard let best else { return nil }
    let equals = candidates.filter { reach($0.end) == best.reach }
    // Who spells out “c a u s e a u t i s m” means two words, as “causeautism” is for tags.
    let choice =
      equals.last { !vocabulary.isJoined($0.word) && chunk.isSpaced(before: $0.end) }
      ?? equals[equals.count - 1]
    let later = reach(first + 1)
    let isLaterBetter = later == best.reach && later - first - 1 > choice.end - first
    return later > best.reach || (isLaterBetter && best.0.end < best.reach) ? nil : choice
  }

  /// The words that begin at a piece, the shortest first.
  private func candidates(_ chunk: LatinChunk, from first: Int) -> [Candidate] {
    var found: [Candidate] = []
    var skeleton = DisguiseVocabulary.Skeleton()
    var written: [UInt32] = []
    var isSpelled = true
    for piece in first..<max(first, min(chunk.pieces.count, first + Self.mostPieces)) {
      let range = chunk.pieces[piece]
      if range.count > 1 { isSpelled = false }
      if piece > first, !isSpelled, chunk.isSpaced(before: piece) { break }
      for symbol in symbols[range] {
        skeleton.append(symbol)
        written.append(symbol)
      }
      // Two letters are not spelled out, and a plain word needs no reading.
      if isSpelled, piece - first < 2 { continue }
      if piece == first, chunk.isPlain(range, in: symbols) { continue }
      let hasMarks = piece > first
      let best = vocabulary.word(like: skeleton) { word in
        if word.count < 4, hasMarks, !isSpelled { return nil }
        return WordDisguise.reading(of: written, hasMarks: hasMarks, as: word)
      }
      if let best {
        found.append(.init(end: piece + 1, word: best.word, disguises: best.disguises))
      }
    }
    return found
  }

  /// Whether folding made a space of a hyphen here.
  private func isHyphen(_ index: Int, _ bytes: borrowing Span<UInt8>) -> Bool {
    let byte = Int(text.starts[index])
    switch bytes[byte] {
    case 0x2D, 0x5F, 0xEF: return true
    case 0xE2: return byte + 2 < bytes.count && (bytes[byte + 1] == 0x88 || bytes[byte + 2] >= 0x90)
    default: return false
    }
  }

  /// Whether a name is read, as in `@b1each`.
  private func isInName(_ start: Int) -> Bool { start > 0 && symbols[start - 1] == 0x40 }
}
