/// How far something acts, or within what the words of a pattern must stand.
public enum Unit: String, Sendable, CaseIterable {
  /// Up to `, ; . ! ? …`, a line break, or a space between two Chinese runs.
  case clause
  /// A sentence by ICU's rules; a line break always ends one.
  case sentence
  /// A sentence and the two on either side.
  case passage
  /// A whole field of a post.
  case post
}

/// Where the clauses, sentences, quotations, headings and reposts of one folded text are.
///
/// Offsets are symbols of the folded text. Made only for posts in which a rule may match; words
/// are found later still, and only in the sentences that need them.
package struct Segmentation {
  /// The first symbol of each sentence; ascending, from 0.
  package private(set) var sentenceStarts: [Int] = []
  /// The first symbol of each clause; ascending, from 0.
  ///
  /// A sentence's start is a clause's too.
  package private(set) var clauseStarts: [Int] = []
  /// The first symbol of each voice: 0 for the writer, then one for each repost (`//@name:`).
  package private(set) var voiceStarts: [Int] = []
  /// What stands between quotation marks, marks excluded.
  package private(set) var quotations: [Range<Int>] = []
  /// Bracketed headlines, hashtags, and the first sentence of each voice.
  package private(set) var headings: [Range<Int>] = []
  /// What ICU said when it could not segment; edges are then not judged.
  package private(set) var failure: Segmenter.Failure?

  private let text: FoldedText
  /// `halfWords[i]` is the length of what stands before symbol `i`: two for a word, one for a
  /// Chinese character, so that two Chinese characters count as one word.
  private let halfWords: [Int32]
  private var wordBoundaries: [Bool]
  private var sentencesWithWords: [Bool]

  /// Segments a folded text whose original is `bytes`.
  ///
  /// - Complexity: O(n), with one pass of ICU's sentence rules.
  package init(
    _ text: FoldedText,
    of bytes: borrowing Span<UInt8>,
    using segmenters: inout SegmenterSet
  ) {
    self.text = text
    halfWords = Self.measure(text.symbols)
    wordBoundaries = [Bool](repeating: false, count: text.count + 1)
    voiceStarts = Structure.voiceStarts(text.symbols)
    let boundaries: [Int32]
    do {
      boundaries = try segmenters.sentences(bytes)
    } catch {
      failure = error
      boundaries = []
    }
    sentenceStarts = Structure.sentenceStarts(
      text.symbols,
      proposed: boundaries.map { text.symbol(atByte: Int($0)) },
      voices: voiceStarts
    )
    clauseStarts = Structure.clauseStarts(text.symbols, sentences: sentenceStarts)
    quotations = Structure.quotations(text.symbols)
    sentencesWithWords = [Bool](repeating: false, count: sentenceStarts.count)
    headings =
      Structure.headings(text.symbols)
      + voiceStarts.map { sentenceRange(sentence(of: $0)) }
  }

  // MARK: - Units

  /// The number of the sentence that holds a symbol.
  package func sentence(of symbol: Int) -> Int { Self.index(of: symbol, in: sentenceStarts) }

  /// The number of the clause that holds a symbol.
  package func clause(of symbol: Int) -> Int { Self.index(of: symbol, in: clauseStarts) }

  /// The number of the voice that holds a symbol: 0 for the writer's own words.
  package func voice(of symbol: Int) -> Int { Self.index(of: symbol, in: voiceStarts) }

  /// The symbols of a sentence.
  package func sentenceRange(_ index: Int) -> Range<Int> {
    let next = index + 1 < sentenceStarts.count ? sentenceStarts[index + 1] : text.count
    return sentenceStarts[index]..<max(next, sentenceStarts[index])
  }

  /// The symbols of the unit around a range of symbols; of all sentences that it touches.
  package func range(of unit: Unit, around range: Range<Int>) -> Range<Int> {
    let last = max(range.lowerBound, range.upperBound - 1)
    switch unit {
    case .clause:
      let end = clause(of: last) + 1
      return clauseStarts[
        clause(of: range.lowerBound)
      ]..<(end < clauseStarts.count
        ? clauseStarts[end] : text.count)
    case .sentence:
      return sentenceRange(sentence(of: range.lowerBound))
        .lowerBound..<sentenceRange(sentence(of: last)).upperBound
    case .passage:
      let first = max(0, sentence(of: range.lowerBound) - 2)
      let end = min(sentenceStarts.count - 1, sentence(of: last) + 2)
      return sentenceRange(first).lowerBound..<sentenceRange(end).upperBound
    case .post: return 0..<text.count
    }
  }

  /// The length in half words of what stands between two symbols.
  package func halfWords(from: Int, to: Int) -> Int { Int(halfWords[to] - halfWords[from]) }

  /// Whether a sentence ends in a question mark.
  package func isQuestion(_ sentence: Int) -> Bool {
    for symbol in text.symbols[sentenceRange(sentence)].reversed() {
      if symbol == 0x3F { return true }
      if ScalarClass(symbol) != .other { return false }
    }
    return false
  }

  /// Whether a range lies within one of some ascending ranges.
  package static func contains(_ ranges: [Range<Int>], _ range: Range<Int>) -> Bool {
    ranges.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// The number of the last start that is not behind a symbol.
  private static func index(of symbol: Int, in starts: [Int]) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= symbol { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private static func measure(_ symbols: [UInt32]) -> [Int32] {
    var lengths = [Int32](repeating: 0, count: symbols.count + 1)
    var total: Int32 = 0
    var isInWord = false
    for (index, symbol) in symbols.enumerated() {
      lengths[index] = total
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
    lengths[symbols.count] = total
    return lengths
  }

  // MARK: - Words

  /// Whether a word may start at a symbol: ICU sees a word boundary before it.
  package mutating func isWordStart(_ symbol: Int, using segmenters: inout SegmenterSet) -> Bool {
    guard symbol > 0, symbol < text.count, ScalarClass(text.symbols[symbol - 1]) == .han else {
      return true
    }
    findWords(around: symbol, using: &segmenters)
    return failure != nil || wordBoundaries[symbol]
  }

  /// Whether a word may end before a symbol: ICU sees a boundary there, or the rest of the token
  /// is only grammatical particles.
  package mutating func isWordEnd(_ symbol: Int, using segmenters: inout SegmenterSet) -> Bool {
    guard symbol > 0, symbol < text.count, ScalarClass(text.symbols[symbol]) == .han else {
      return true
    }
    findWords(around: symbol, using: &segmenters)
    if failure != nil { return true }
    var end = symbol
    while end < text.count, !wordBoundaries[end] {
      guard Self.particles.contains(text.symbols[end]) else { return false }
      end += 1
    }
    return true
  }

  /// Whether ICU takes a range for one word.
  package mutating func isOneWord(
    _ range: Range<Int>,
    using segmenters: inout SegmenterSet
  ) -> Bool {
    findWords(around: range.lowerBound, using: &segmenters)
    guard failure == nil else { return true }
    return wordBoundaries[range.lowerBound] && wordBoundaries[range.upperBound]
      && !wordBoundaries[range.lowerBound + 1..<range.upperBound].contains(true)
  }

  static let particles = Set("的了着过吗呢吧啊嘛呀哦啦得地".unicodeScalars.map(\.value))

  private mutating func findWords(around symbol: Int, using segmenters: inout SegmenterSet) {
    let index = sentence(of: symbol)
    guard failure == nil, !sentencesWithWords[index] else { return }
    sentencesWithWords[index] = true
    let range = sentenceRange(index)
    var units: [UInt16] = []
    var symbolOfUnit: [Int] = []
    for position in range {
      for unit in Character(Unicode.Scalar(text.symbols[position]) ?? "\u{FFFD}").utf16 {
        units.append(unit)
        symbolOfUnit.append(position)
      }
    }
    symbolOfUnit.append(range.upperBound)
    do {
      for boundary in try segmenters.words(units) {
        wordBoundaries[symbolOfUnit[Int(boundary)]] = true
      }
    } catch {
      failure = error
    }
  }
}
