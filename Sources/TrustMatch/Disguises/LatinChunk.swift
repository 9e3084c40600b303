internal import TrustText

/// Letters and digits with the signs between them, up to a space or a Chinese character; a space
/// between single letters goes on (`g a r l i c`).
struct LatinChunk {
  private(set) var range: Range<Int>
  /// The runs of letters, digits, and signs that stand for letters.
  private(set) var pieces: [Range<Int>] = []
  /// Whether anything in it may be a disguise.
  private(set) var isSuspicious = false
  /// Whether it is a link or a mail address.
  private(set) var isLink = false
  /// The pieces that follow a space.
  private var spaced: [Int] = []

  private static let mostMarks = 3

  init(in symbols: [UInt32], at start: Int, longest: Int, isHyphen: (Int) -> Bool) {
    range = start..<start
    var index = start
    var pieceStart = start
    let limit = min(symbols.count, start + longest)
    while index < limit {
      let symbol = symbols[index]
      if ScalarClass(symbol) == .word || Self.isLetter(in: symbols, at: index, from: start) {
        if !isSuspicious { isSuspicious = Self.isOdd(symbols, index, from: start) }
        index += 1
        continue
      }
      // Signs, as many as may stand between two letters.
      var end = index
      var isSpace = false
      while end < limit, end - index < Self.mostMarks, ScalarClass(symbols[end]) == .other,
        !Self.endsChunk(symbols[end])
      {
        if symbols[end] == 0x20, !isHyphen(end) { isSpace = true }
        end += 1
      }
      guard end > index, end < limit, ScalarClass(symbols[end]) == .word,
        !isSpace || Self.isSpelled(symbols, index, end)
      else { break }
      if symbols[index..<end].contains(0x40) || symbols[index..<end].contains(0x2F) {
        isLink = isLink || Self.opensLink(symbols, index, end)
      }
      pieces.append(pieceStart..<index)
      if isSpace { spaced.append(pieces.count) }
      isSuspicious = true
      pieceStart = end
      index = end
    }
    if pieceStart < index { pieces.append(pieceStart..<index) }
    range = start..<max(index, start + 1)
    if pieces.isEmpty { pieces = [range] }
  }

  /// Whether a real space stands before a piece.
  func isSpaced(before piece: Int) -> Bool { spaced.contains(piece) }

  /// Whether a piece is made of ASCII letters, none of them written often.
  func isPlain(_ piece: Range<Int>, in symbols: [UInt32]) -> Bool {
    !piece.contains { Self.isOdd(symbols, $0, from: piece.lowerBound) }
  }

  // MARK: - Signs

  /// Whether a letter or digit is suspicious beside those before it.
  private static func isOdd(_ symbols: [UInt32], _ index: Int, from start: Int) -> Bool {
    let symbol = symbols[index]
    if symbol >= 0x80 || ScalarClass(symbol) == .other { return true }
    guard index > start else { return false }
    let before = symbols[index - 1]
    if ScalarClass.isDigit(symbol) != ScalarClass.isDigit(before), ScalarClass(before) == .word {
      return true
    }
    guard symbol == before else { return false }
    // Three of a kind, or the second of two pairs.
    return index - start >= 2 && symbols[index - 2] == symbol
      || index - start >= 3 && symbols[index - 2] == symbols[index - 3]
  }

  /// Whether a sign stands for a letter: between two letters, at the front, or, if it closes no
  /// sentence, behind one.
  private static func isLetter(in symbols: [UInt32], at index: Int, from start: Int) -> Bool {
    guard Leet.isSign(symbols[index]) else { return false }
    let isBehind = index > start && ScalarClass(symbols[index - 1]) == .word
    guard index + 1 < symbols.count, ScalarClass(symbols[index + 1]) == .word else {
      return isBehind && symbols[index] != 0x21
    }
    return index == start || isBehind
  }

  /// Whether a sign is none that stands within a word.
  private static func endsChunk(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 0x0A, 0x3002, 0x3F, 0x23, 0x25, 0x26, 0xFFFD: true
    default: LookAlikes.character(symbol) != symbol
    }
  }

  /// Whether single letters stand on both sides of a space.
  private static func isSpelled(_ symbols: [UInt32], _ start: Int, _ end: Int) -> Bool {
    let left = start < 2 || ScalarClass(symbols[start - 2]) != .word
    let right = end + 1 >= symbols.count || ScalarClass(symbols[end + 1]) != .word
    return left && right && end - start == 1
  }

  private static func opensLink(_ symbols: [UInt32], _ start: Int, _ end: Int) -> Bool {
    symbols[start..<end].contains(0x40)
      || (start..<end - 1).contains { symbols[$0] == 0x2F && symbols[$0 + 1] == 0x2F }
  }
}
