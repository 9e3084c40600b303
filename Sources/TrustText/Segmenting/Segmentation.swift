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
/// Offsets are symbols of the folded text. Made only for posts in which a rule may match, and each
/// part but sentences and voices only when it is first asked for. The arrays keep their room from
/// post to post.
package struct Segmentation {
  /// The first symbol of each sentence; ascending, from 0.
  package private(set) var sentenceStarts: [Int] = [0]
  /// The first symbol of each voice: 0 for the writer, then one for each repost (`//@name:`).
  package private(set) var voiceStarts: [Int] = [0]

  /// What is segmented; a copy, so that whoever folds the next text has the memory for himself.
  private(set) var symbols: [UInt32] = []
  var words = WordEdges()
  private var clauses = Lazily([0])
  private var quoted = Lazily<[Range<Int>]>([])
  private var headed = Lazily<[Range<Int>]>([])
  /// `lengths[i]` is the length of what stands before symbol `i` in half words: two for a word, one
  /// for a Chinese character, so that two Chinese characters count as one word.
  private var lengths = Lazily<[Int32]>([0])

  /// Makes the segmentation of an empty text.
  package init() {}

  /// Segments a folded text whose original is `bytes`.
  package init(_ text: FoldedText, of bytes: borrowing Span<UInt8>) {
    segment(text, of: bytes)
  }

  /// Segments a folded text whose original is `bytes`, in the place of what was segmented before.
  ///
  /// - Complexity: O(n).
  package mutating func segment(_ text: borrowing FoldedText, of bytes: borrowing Span<UInt8>) {
    symbols.removeAll(keepingCapacity: true)
    symbols.append(contentsOf: text.symbols)
    words.forget()
    clauses.forget()
    quoted.forget()
    headed.forget()
    lengths.forget()
    let folded = symbols
    Structure.findVoices(folded.span, into: &voiceStarts)
    sentenceStarts.removeAll(keepingCapacity: true)
    SentenceBreaks.append(of: bytes, to: &sentenceStarts)
    for index in sentenceStarts.indices {
      sentenceStarts[index] = text.symbol(atByte: sentenceStarts[index])
    }
    Structure.finishSentences(folded.span, voices: voiceStarts, starts: &sentenceStarts)
  }

  // MARK: - Parts that are found when they are asked for

  /// The first symbol of each clause; ascending, from 0.
  ///
  /// A sentence's start is a clause's too.
  package var clauseStarts: [Int] {
    mutating get {
      findClauses()
      return clauses.value
    }
  }

  /// What stands between quotation marks, marks excluded.
  package var quotations: [Range<Int>] {
    mutating get {
      if quoted.isMissing { quoted.value = Structure.quotations(symbols.span) }
      return quoted.value
    }
  }

  /// Bracketed headlines, hashtags, and the first sentence of each voice.
  package var headings: [Range<Int>] {
    mutating get {
      if headed.isMissing {
        headed.value =
          Structure.headings(symbols.span)
          + voiceStarts.map { sentenceRange(sentence(of: $0)) }
      }
      return headed.value
    }
  }

  private mutating func findClauses() {
    guard clauses.isMissing else { return }
    let symbols = symbols
    Structure.findClauses(symbols.span, sentences: sentenceStarts, into: &clauses.value)
  }

  // MARK: - Units

  /// The number of the sentence that holds a symbol.
  package func sentence(of symbol: Int) -> Int { Self.index(of: symbol, in: sentenceStarts) }

  /// The number of the clause that holds a symbol.
  package mutating func clause(of symbol: Int) -> Int {
    findClauses()
    return Self.index(of: symbol, in: clauses.value)
  }

  /// The number of the voice that holds a symbol: 0 for the writer's own words.
  package func voice(of symbol: Int) -> Int { Self.index(of: symbol, in: voiceStarts) }

  /// The symbols of a sentence.
  package func sentenceRange(_ index: Int) -> Range<Int> {
    let next = index + 1 < sentenceStarts.count ? sentenceStarts[index + 1] : symbols.count
    return sentenceStarts[index]..<max(next, sentenceStarts[index])
  }

  /// The symbols of the unit around a range of symbols; of all sentences that it touches.
  package mutating func range(of unit: Unit, around range: Range<Int>) -> Range<Int> {
    let last = max(range.lowerBound, range.upperBound - 1)
    switch unit {
    case .clause:
      let (first, next) = (clause(of: range.lowerBound), clause(of: last) + 1)
      let end = next < clauses.value.count ? clauses.value[next] : symbols.count
      return clauses.value[first]..<end
    case .sentence:
      return sentenceRange(sentence(of: range.lowerBound))
        .lowerBound..<sentenceRange(sentence(of: last)).upperBound
    case .passage:
      let first = max(0, sentence(of: range.lowerBound) - 2)
      let end = min(sentenceStarts.count - 1, sentence(of: last) + 2)
      return sentenceRange(first).lowerBound..<sentenceRange(end).upperBound
    case .post: return 0..<symbols.count
    }
  }

  /// The length in half words of what stands between two symbols.
  package mutating func halfWords(from: Int, to: Int) -> Int {
    if lengths.isMissing {
      let symbols = symbols
      Structure.measure(symbols.span, into: &lengths.value)
    }
    return Int(lengths.value[to] - lengths.value[from])
  }

  /// A symbol of the text.
  package func symbol(_ index: Int) -> UInt32 { symbols[index] }

  /// Whether a sentence ends in a question mark.
  package func isQuestion(_ sentence: Int) -> Bool {
    for symbol in symbols[sentenceRange(sentence)].reversed() {
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
}

/// A part of a segmentation that is worked out when it is first asked for.
private struct Lazily<Value> {
  private(set) var isMissing = true
  var value: Value {
    didSet { isMissing = false }
  }

  init(_ value: Value) { self.value = value }

  /// Marks the value as that of an earlier text; its memory stays.
  mutating func forget() { isMissing = true }
}
