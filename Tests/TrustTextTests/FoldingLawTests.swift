import Testing
import TrustTestSupport

@testable import TrustText

@Suite("Laws of folding") struct FoldingLawTests {
  private func fold(_ bytes: [UInt8]) -> FoldedText {
    var text = FoldedText()
    text.fold(bytes.span)
    return text
  }

  private func symbols(_ text: String) -> [UInt32] { FoldedText.symbols(of: text) }

  @Test("folding twice is folding once", arguments: Seeds.all)
  func isIdempotent(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      let text = generator.text(pieces: 12)
      let once = fold(Array(text.utf8))
      let again = once.string(0..<once.count)
      #expect(symbols(again) == once.symbols, "\(text.debugDescription)")
    }
  }

  @Test("folding a whole is folding its parts, where nothing separates", arguments: Seeds.all)
  func isHomomorphic(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      let (a, b) = (generator.solidText(pieces: 6), generator.solidText(pieces: 6))
      #expect(symbols(a + b) == symbols(a) + symbols(b), "\((a + b).debugDescription)")
    }
  }

  @Test(
    "offsets ascend, stay inside, and cover no byte twice unless one sign gave many symbols",
    arguments: Seeds.all
  )
  func mapsBack(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for round in 0..<50 {
      let bytes =
        round % 2 == 0 ? Array(generator.text(pieces: 15).utf8) : generator.damagedBytes(pieces: 15)
      let text = fold(bytes)
      #expect(text.starts.count == text.count && text.ends.count == text.count)
      for index in 0..<text.count {
        #expect(text.starts[index] >= 0 && text.starts[index] < text.ends[index])
        #expect(Int(text.ends[index]) <= bytes.count)
        guard index > 0 else { continue }
        let isSame =
          text.starts[index] == text.starts[index - 1] && text.ends[index] == text.ends[index - 1]
        #expect(isSame || text.starts[index] >= text.ends[index - 1])
      }
    }
  }

  @Test("each symbol comes from the bytes it names", arguments: Seeds.all)
  func namesItsSource(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      let source = generator.solidText(pieces: 10)
      let bytes = Array(source.utf8)
      let text = fold(bytes)
      for index in 0..<text.count {
        let piece = bytes[Int(text.starts[index])..<Int(text.ends[index])]
        let refolded = symbols(String(decoding: piece, as: UTF8.self))
        #expect(refolded.contains(text.symbols[index]), "\(source.debugDescription) at \(index)")
      }
    }
  }

  @Test("bytes that no symbol covers fold to nothing or are separators", arguments: Seeds.all)
  func coversTheText(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      let source = generator.solidText(pieces: 10)
      let bytes = Array(source.utf8)
      let text = fold(bytes)
      var reached = 0
      for index in 0...text.count {
        let start = index < text.count ? Int(text.starts[index]) : bytes.count
        if reached < start {
          let skipped = String(decoding: bytes[reached..<start], as: UTF8.self)
          #expect(symbols(skipped) == [], "\(skipped.debugDescription) was lost")
        }
        if index < text.count { reached = Int(text.ends[index]) }
      }
    }
  }

  @Test("a byte's symbol is the first at or after it", arguments: Seeds.all)
  func findsSymbols(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    let bytes = Array(generator.text(pieces: 40).utf8)
    let text = fold(bytes)
    for byte in 0...bytes.count {
      let expected = text.starts.firstIndex { Int($0) >= byte } ?? text.count
      #expect(text.symbol(atByte: byte) == expected)
    }
  }

  @Test("a reused buffer remembers nothing of the text before", arguments: Seeds.all)
  func reusesItself(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    var reused = FoldedText()
    for _ in 0..<20 {
      let bytes = generator.damagedBytes(pieces: Int.random(in: 0...30, using: &generator.random))
      reused.fold(bytes.span)
      let fresh = fold(bytes)
      #expect(reused.symbols == fresh.symbols)
      #expect(reused.starts == fresh.starts && reused.ends == fresh.ends)
      #expect(reused.joints == fresh.joints && reused.repairs == fresh.repairs)
    }
  }

  @Test("a disguised word folds to the word", arguments: Seeds.all)
  func seesThroughDisguises(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for word in ["garlic", "大蒜", "miracle cure", "新冠病毒", "mrna疫苗"] {
      let disguised = generator.disguise(word)
      #expect(symbols(disguised) == symbols(word), "\(disguised.debugDescription)")
    }
  }
}
