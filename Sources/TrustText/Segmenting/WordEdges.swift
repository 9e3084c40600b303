/// Where ICU's dictionary sees word boundaries, worked out run by run.
struct WordEdges {
  private enum State: UInt8 {
    case unknown, inside, edge
  }

  /// For each symbol, what is known of the place before it.
  private var states: [State] = []
  private var units: [UInt16] = []
  private var symbolOfUnit: [Int] = []
  private var boundaries: [Int32] = []
  /// What ICU said when it could not segment; edges are then not judged.
  private(set) var failure: Segmenter.Failure?

  /// Takes leave of a text.
  mutating func forget() {
    states.removeAll(keepingCapacity: true)
    failure = nil
  }

  /// Whether a word boundary stands before a symbol, next to a Chinese character in `sentence`.
  mutating func isEdge(
    _ symbol: Int,
    of symbols: [UInt32],
    in sentence: Range<Int>,
    using segmenters: inout SegmenterSet
  ) -> Bool {
    if states.isEmpty {
      states.append(contentsOf: repeatElement(.unknown, count: symbols.count + 1))
    }
    if states[symbol] == .unknown {
      let run = Self.run(around: symbol, of: symbols, in: sentence)
      if symbol == run.lowerBound || symbol == run.upperBound { return true }
      find(in: run, of: symbols, using: &segmenters)
    }
    return failure != nil || states[symbol] == .edge
  }

  /// The symbols around a place that ICU's dictionary looks at together.
  ///
  /// PERF: what stands beyond letters, digits and punctuation changes nothing, and a run is a
  /// fraction of its sentence.
  private static func run(
    around symbol: Int,
    of symbols: [UInt32],
    in sentence: Range<Int>
  ) -> Range<Int> {
    var (start, end) = (symbol, symbol)
    while start > sentence.lowerBound, !partsWords(symbols[start - 1]) { start -= 1 }
    while end < sentence.upperBound, !partsWords(symbols[end]) { end += 1 }
    return start..<end
  }

  /// Whether a scalar never shares a word with a Chinese character beside it.
  private static func partsWords(_ symbol: UInt32) -> Bool {
    switch symbol {
    // ASCII, without the low line, which joins.
    case 0...0x5E, 0x60...0x7E: true
    // Quotation marks and the ellipsis; CJK punctuation; the full-width comma.
    case 0x2018...0x201F, 0x2026, 0x3001, 0x3002, 0x3008...0x3011, 0xFF0C: true
    default: false
    }
  }

  private mutating func find(
    in run: Range<Int>,
    of symbols: [UInt32],
    using segmenters: inout SegmenterSet
  ) {
    units.removeAll(keepingCapacity: true)
    symbolOfUnit.removeAll(keepingCapacity: true)
    for position in run {
      for unit in (Unicode.Scalar(symbols[position]) ?? "\u{FFFD}").utf16 {
        units.append(unit)
        symbolOfUnit.append(position)
      }
      states[position] = .inside
    }
    symbolOfUnit.append(run.upperBound)
    do {
      try segmenters.words(units, into: &boundaries)
      for boundary in boundaries { states[symbolOfUnit[Int(boundary)]] = .edge }
    } catch {
      failure = error
    }
  }

  /// Whether a character is a particle that may follow a word: 的了着过吗呢吧啊嘛呀哦啦得地.
  static func isParticle(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 0x7684, 0x4E86, 0x7740, 0x8FC7, 0x5417, 0x5462, 0x5427, 0x554A, 0x561B, 0x5440, 0x54E6,
      0x5566, 0x5F97, 0x5730:
      true
    default: false
    }
  }
}

extension Segmentation {
  /// What ICU said when it could not segment; edges are then not judged.
  package var failure: Segmenter.Failure? { words.failure }

  /// Whether a word may start at a symbol: ICU sees a word boundary before it.
  package mutating func isWordStart(_ symbol: Int, using segmenters: inout SegmenterSet) -> Bool {
    guard symbol > 0, symbol < symbols.count, ScalarClass(symbols[symbol - 1]) == .han else {
      return true
    }
    return isEdge(symbol, using: &segmenters)
  }

  /// Whether a word may end before a symbol: ICU sees a boundary there, or the rest of the token
  /// is only grammatical particles.
  package mutating func isWordEnd(_ symbol: Int, using segmenters: inout SegmenterSet) -> Bool {
    guard symbol > 0, symbol < symbols.count, ScalarClass(symbols[symbol]) == .han else {
      return true
    }
    var end = symbol
    while end < symbols.count, !isEdge(end, using: &segmenters) {
      guard WordEdges.isParticle(symbols[end]) else { return false }
      end += 1
    }
    return true
  }

  /// Whether ICU takes a range, which starts with a Chinese character, for one word.
  package mutating func isOneWord(
    _ range: Range<Int>,
    using segmenters: inout SegmenterSet
  ) -> Bool {
    // A word that holds letters besides Chinese is none: there is an edge between the two.
    let hasInnerEdge = (range.lowerBound + 1..<range.upperBound).contains {
      isEdge($0, using: &segmenters)
    }
    let hasEdges =
      isEdge(range.lowerBound, using: &segmenters) && isEdge(range.upperBound, using: &segmenters)
    return failure != nil || (hasEdges && !hasInnerEdge)
  }

  private mutating func isEdge(_ symbol: Int, using segmenters: inout SegmenterSet) -> Bool {
    guard symbol > 0, symbol < symbols.count else { return true }
    let sentence = sentenceRange(sentence(of: symbol))
    return words.isEdge(symbol, of: symbols, in: sentence, using: &segmenters)
  }
}
