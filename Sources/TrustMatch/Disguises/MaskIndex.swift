internal import TrustText

/// Finds literals whose middle was left out: `新*病毒`, `b***ch`.
struct MaskIndex: Sendable {
  /// For a Chinese literal without one of its inner characters, the literal: the characters before
  /// the hole, 0, and those behind it.
  private var literalsOfRest: [[UInt32]: [Int32]] = [:]
  /// For the first letter, the last and the length of a Latin literal, the literals.
  private var literalsOfFrame: [[UInt32]: [Int32]] = [:]
  /// The same for each Latin word of a literal.
  private var wordsOfFrame: [[UInt32]: Set<[UInt32]>] = [:]
  private let texts: LiteralTexts

  private static let shortest = 3
  private static let longest = 8
  private static let shortestWord = 4
  private static let mostLetters = 24

  init(_ texts: LiteralTexts) {
    self.texts = texts
    for literal in 0..<texts.count {
      let symbols = Array(texts[literal])
      if symbols.count >= Self.shortest, symbols.count <= Self.longest,
        symbols.allSatisfy({ ScalarClass($0) == .han })
      {
        for hole in 1..<symbols.count - 1 {
          var rest = symbols
          rest[hole] = 0
          literalsOfRest[rest, default: []].append(Int32(literal))
        }
      } else if symbols.count >= Self.shortestWord, symbols.count <= Self.mostLetters,
        symbols.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), let first = symbols.first,
        let last = symbols.last
      {
        literalsOfFrame[[first, last, UInt32(symbols.count)], default: []].append(Int32(literal))
      }
      for word in symbols.split(separator: 0x20) where word.count >= Self.shortestWord {
        guard let first = word.first, let last = word.last else { continue }
        wordsOfFrame[[first, last, UInt32(word.count)], default: []].insert(Array(word))
      }
    }
  }

  /// All literals that a folded text holds with a hole; ranges are in its symbols.
  func find(in text: FoldedText) -> [SoundIndex.Find] {
    var finds: [SoundIndex.Find] = []
    for joint in text.joints { finds += characters(around: Int(joint)..<Int(joint), in: text) }
    for index in text.symbols.indices where Self.isMask(text.symbols[index]) {
      if index > 0, Self.isMask(text.symbols[index - 1]) { continue }
      var end = index
      while end < text.count, Self.isMask(text.symbols[end]) { end += 1 }
      finds += characters(around: index..<end, in: text)
      if let find = word(around: index..<end, in: text) { finds += find }
    }
    return finds
  }

  private static func isMask(_ symbol: UInt32) -> Bool {
    switch symbol {
    // * # _ x × ○ 〇 □ ■ █ 某 口 囗
    case 0x2A, 0x23, 0x5F, 0xD7, 0x25CB, 0x3007, 0x25A1, 0x25A0, 0x2588, 0x67D0, 0x53E3, 0x56D7:
      true
    default: false
    }
  }

  private func characters(around hole: Range<Int>, in text: FoldedText) -> [SoundIndex.Find] {
    guard hole.count <= 1 else { return [] }
    var finds: [SoundIndex.Find] = []
    var left = 0
    while left < Self.longest - 2, hole.lowerBound - left > 0,
      ScalarClass(text.symbols[hole.lowerBound - left - 1]) == .han
    {
      left += 1
      var right = 0
      while left + right < Self.longest - 1, hole.upperBound + right < text.count,
        ScalarClass(text.symbols[hole.upperBound + right]) == .han
      {
        right += 1
        let range = hole.lowerBound - left..<hole.upperBound + right
        let rest =
          text.symbols[range.lowerBound..<hole.lowerBound] + [0]
          + text.symbols[hole.upperBound..<range.upperBound]
        for literal in literalsOfRest[Array(rest)] ?? [] {
          let isSure = left + right >= 3
          finds.append(
            .init(literal: literal, range: range, disguises: isSure ? .masks : [.masks, .weak])
          )
        }
      }
    }
    return finds
  }

  /// The masked word at a symbol, and the only word of the literals that it can be.
  func word(at index: Int, in text: FoldedText) -> (range: Range<Int>, word: [UInt32])? {
    guard text.symbols[index] >= 0x61, text.symbols[index] <= 0x7A,
      index == 0 || !Self.isPart(text.symbols[index - 1])
    else { return nil }
    var mask = index
    while mask < text.count, mask - index < Self.mostLetters,
      ScalarClass(text.symbols[mask]) == .word
    {
      mask += 1
    }
    guard mask < text.count, Self.isPart(text.symbols[mask]),
      let range = masked(around: mask..<mask + 1, in: text), range.lowerBound == index
    else { return nil }
    let written = text.symbols[range]
    let frame = [text.symbols[index], text.symbols[range.upperBound - 1], UInt32(range.count)]
    let fitting = (wordsOfFrame[frame] ?? []).filter { Self.fits(written, $0[...]) }
    guard fitting.count == 1, let word = fitting.first else { return nil }
    return (range, word)
  }

  private static func fits(_ written: ArraySlice<UInt32>, _ word: ArraySlice<UInt32>) -> Bool {
    zip(written, word).allSatisfy { $0 == $1 || ScalarClass($0) == .other }
  }

  /// The letters and masks around a mask.
  private func masked(around hole: Range<Int>, in text: FoldedText) -> Range<Int>? {
    var start = hole.lowerBound
    while start > 0, hole.lowerBound - start < Self.mostLetters,
      Self.isPart(text.symbols[start - 1])
    {
      start -= 1
    }
    var end = hole.upperBound
    while end < text.count, end - start < Self.mostLetters, Self.isPart(text.symbols[end]) {
      end += 1
    }
    guard start < hole.lowerBound, hole.upperBound < end, ScalarClass(text.symbols[start]) == .word,
      ScalarClass(text.symbols[end - 1]) == .word
    else { return nil }
    return start..<end
  }

  /// The few Latin literals that letters around a mask leave possible.
  private func word(around hole: Range<Int>, in text: FoldedText) -> [SoundIndex.Find]? {
    guard let range = masked(around: hole, in: text) else { return nil }
    let (start, end) = (range.lowerBound, range.upperBound)
    let written = text.symbols[start..<end]
    let known = written.count { ScalarClass($0) == .word }
    let frame = [text.symbols[start], text.symbols[end - 1], UInt32(end - start)]
    let fitting = (literalsOfFrame[frame] ?? []).filter { literal in
      Self.fits(written, texts[Int(literal)])
    }
    guard !fitting.isEmpty, fitting.count <= 3 else { return nil }
    let isSure = known * 2 > written.count && fitting.count == 1
    return fitting.map {
      .init(literal: $0, range: start..<end, disguises: isSure ? .masks : [.masks, .weak])
    }
  }

  private static func isPart(_ symbol: UInt32) -> Bool {
    symbol >= 0x61 && symbol <= 0x7A || symbol == 0x2A || symbol == 0x23 || symbol == 0x5F
  }
}
