import Testing
import TrustTestSupport

@testable import TrustText

@Suite("Laws of segmentation") struct SegmentationLawTests {
  private func segment(_ bytes: [UInt8]) -> (text: FoldedText, segmentation: Segmentation) {
    var text = FoldedText()
    text.fold(bytes.span)
    return (text, Segmentation(text, of: bytes.span))
  }

  @Test("starts ascend from 0, and units nest", arguments: Seeds.all)
  func nests(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for round in 0..<40 {
      let bytes =
        round % 4 == 0 ? generator.damagedBytes(pieces: 25) : Array(generator.text(pieces: 25).utf8)
      var (text, segmentation) = segment(bytes)
      let clauseStarts = segmentation.clauseStarts
      let enclosed = segmentation.quotations + segmentation.headings
      // A post that opens with a repost has two voices that start at 0.
      let voices = segmentation.voiceStarts
      let reposts = voices.starts(with: [0, 0]) ? Array(voices.dropFirst()) : voices
      for starts in [segmentation.sentenceStarts, clauseStarts, reposts] {
        #expect(starts.first == 0)
        #expect(zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 })
        #expect(starts.dropFirst().allSatisfy { $0 < text.count })
      }
      let clauses = Set(clauseStarts)
      #expect(segmentation.sentenceStarts.allSatisfy(clauses.contains))
      #expect(segmentation.voiceStarts.allSatisfy(Set(segmentation.sentenceStarts).contains))
      for range in enclosed {
        #expect(range.lowerBound >= 0 && range.upperBound <= text.count)
      }
      #expect(segmentation.failure == nil)
    }
  }

  @Test("every symbol is in the unit that is said to hold it", arguments: Seeds.all)
  func findsUnits(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    var (text, segmentation) = segment(Array(generator.text(pieces: 30).utf8))
    for symbol in 0..<text.count {
      #expect(segmentation.sentenceRange(segmentation.sentence(of: symbol)).contains(symbol))
      var outer = symbol..<symbol + 1
      for unit in Unit.allCases {
        let range = segmentation.range(of: unit, around: symbol..<symbol + 1)
        #expect(range.lowerBound <= outer.lowerBound && range.upperBound >= outer.upperBound)
        outer = range
      }
    }
    let length = segmentation.halfWords(from: 0, to: text.count)
    #expect(length >= 0)
  }

  // MARK: - Words

  /// ICU's tokens differ by version; that a word's inside is not its edge does not.
  @Test(
    "a word inside a longer one has no word edge there",
    arguments: [("局域网传输", "网传"), ("病毒王国", "毒王"), ("高速转弯", "速转")]
  )
  func refusesInnerWords(_ row: (text: String, word: String)) {
    var segmenters = SegmenterSet()
    let (text, segmentationOfText) = segment(Array(row.text.utf8))
    var segmentation = segmentationOfText
    let word = FoldedText.symbols(of: row.word)
    let start = text.symbols.indices.first { text.symbols[$0...].starts(with: word) } ?? 0
    let isWord =
      segmentation.isWordStart(start, using: &segmenters)
      && segmentation.isWordEnd(start + word.count, using: &segmenters)
    #expect(start > 0)
    #expect(!isWord)
  }

  @Test(
    "a word may end where only particles follow, and at other scripts and signs",
    arguments: ["疫苗的", "疫苗了", "疫苗吗", "疫苗", "疫苗。", "疫苗vaccine", "疫苗3", "疫苗😷"]
  )
  func acceptsParticles(_ source: String) {
    var segmenters = SegmenterSet()
    var segmentation = segment(Array(source.utf8)).segmentation
    #expect(segmentation.isWordStart(0, using: &segmenters))
    #expect(segmentation.isWordEnd(2, using: &segmenters))
  }

  @Test("where no Chinese stands before or behind, any place is an edge", arguments: Seeds.all)
  func asksICUOnlyForChinese(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    var segmenters = SegmenterSet()
    let (text, segmentationOfText) = segment(Array(generator.text(pieces: 30).utf8))
    var segmentation = segmentationOfText
    for symbol in 0...text.count {
      if symbol == 0 || ScalarClass(text.symbols[symbol - 1]) != .han {
        #expect(segmentation.isWordStart(symbol, using: &segmenters))
      }
      if symbol == text.count || ScalarClass(text.symbols[symbol]) != .han {
        #expect(segmentation.isWordEnd(symbol, using: &segmenters))
      }
      if symbol < text.count, segmentation.isOneWord(symbol..<symbol + 1, using: &segmenters) {
        #expect(segmentation.isWordStart(symbol, using: &segmenters))
        #expect(segmentation.isWordEnd(symbol + 1, using: &segmenters))
      }
    }
  }

  @Test("a sentence's edges are word edges, whatever words were asked for before")
  func worksOutWordsLazily() {
    let source = Array("疫苗很好。病毒王国很坏。".utf8)
    var segmenters = SegmenterSet()
    var first = segment(source).segmentation
    let (text, secondOfText) = segment(source)
    var second = secondOfText
    let forward = (0...text.count).map { first.isWordStart($0, using: &segmenters) }
    let backward = (0...text.count).reversed().map { second.isWordStart($0, using: &segmenters) }
    #expect(forward == backward.reversed())
    #expect(forward[5])
  }

  @Test("what is used again answers as what is new does", arguments: Seeds.all)
  func reuses(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    var reused = Segmentation()
    var segmenters = SegmenterSet()
    for _ in 0..<20 {
      let bytes = generator.damagedBytes(pieces: 15)
      var fresh = SegmenterSet()
      var (text, segmentation) = segment(bytes)
      reused.segment(text, of: bytes.span)
      #expect(reused.sentenceStarts == segmentation.sentenceStarts)
      #expect(reused.voiceStarts == segmentation.voiceStarts)
      let parts = (reused.clauseStarts, reused.quotations, reused.headings)
      #expect(parts == (segmentation.clauseStarts, segmentation.quotations, segmentation.headings))
      let edges = (0...text.count).map { reused.isWordEnd($0, using: &segmenters) }
      #expect(edges == (0...text.count).map { segmentation.isWordEnd($0, using: &fresh) })
      #expect(try segmenters.characters(bytes.span) == fresh.characters(bytes.span))
    }
  }

  @Test("word edges by runs are those that ICU sees in the whole sentence", arguments: Seeds.all)
  func asksICUForRuns(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    var segmenters = SegmenterSet()
    let words = try Segmenter(.words)
    for _ in 0..<30 {
      var (text, segmentation) = segment(Array(generator.text(pieces: 25).utf8))
      for index in segmentation.sentenceStarts.indices {
        let sentence = segmentation.sentenceRange(index)
        let scalars = sentence.map { Unicode.Scalar(text.symbols[$0]) ?? "\u{FFFD}" }
        var units: [UInt16] = []
        var unitOfSymbol: [Int32] = []
        for scalar in scalars {
          unitOfSymbol.append(Int32(units.count))
          units += scalar.utf16
        }
        var boundaries: [Int32] = []
        try words.boundaries(utf16: units, into: &boundaries)
        for symbol in sentence.dropFirst() where ScalarClass(text.symbols[symbol - 1]) == .han {
          let isEdge = segmentation.isWordStart(symbol, using: &segmenters)
          let unit = unitOfSymbol[symbol - sentence.lowerBound]
          #expect(isEdge == boundaries.contains(unit), "\(scalars) at \(symbol)")
        }
      }
    }
  }

  @Test("character boundaries are those of Swift's characters", arguments: Seeds.all)
  func agreesWithCharacters(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    var segmenters = SegmenterSet()
    for _ in 0..<30 {
      let text = generator.text(pieces: 12)
      var expected: [Int32] = [0]
      for character in text {
        expected.append(expected[expected.count - 1] + Int32(character.utf8.count))
      }
      let boundaries = try segmenters.characters(Array(text.utf8).span)
      #expect(boundaries == expected, "\(text.debugDescription)")
    }
  }

  @Test("where a character surely starts, ICU sees a boundary", arguments: Seeds.all)
  func agreesOnCharacterEdges(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    var segmenters = SegmenterSet()
    for round in 0..<30 {
      let bytes =
        round % 4 == 0 ? generator.damagedBytes(pieces: 25) : Array(generator.text(pieces: 25).utf8)
      let boundaries = Set(try segmenters.characters(bytes.span))
      for byte in 0...bytes.count where CharacterEdges.isEdge(bytes.span, at: byte) {
        #expect(boundaries.contains(Int32(byte)), "\(bytes) at \(byte)")
      }
    }
  }
}
