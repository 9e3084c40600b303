import Testing
import TrustTestSupport

@testable import TrustText

/// Our sentence rules are held to those of the ICU at hand.
@Suite("Sentence breaks") struct SentenceBreakTests {
  private func check(_ bytes: [UInt8], _ icu: borrowing Segmenter) throws {
    var starts: [Int] = []
    SentenceBreaks.append(of: bytes.span, to: &starts)
    let expected = try icu.boundaries(utf8: bytes.span).map(Int.init)
      .filter { $0 > 0 && $0 < bytes.count }
    #expect(starts == expected, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  @Test(
    "each rule ends a sentence where ICU does",
    arguments: [
      "", ".", "one. Two", "one. two", "one.) two", "one.)  \u{301}Two", "3.5 and .5",
      "U.S. and U.K. Go", "etc., he", "he? she", "?! 好", "好。好！”好", "好。 ）好",
      "a\r\nb\n\nc\rd\u{85}e\u{2028}f", "a.\u{301} \u{AD}B", "e.g. 3) is", "no. 7 is",
      "no. … 好 b", "(Yes.) \"No.\" 'So!' ok", "。。。", "a.\nb", "1. Garlic 2. Ginger",
      "wait... What", "wait... what", "好．好", "A.\u{200D}B", "a.B", "a.b", "aB.C", "好.C",
      "!\u{FE0F} 好",
    ]
  )
  func followsRules(_ text: String) throws { try check(Array(text.utf8), Segmenter(.sentences)) }

  @Test("generated texts break where ICU breaks them", arguments: Seeds.all)
  func agrees(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    let icu = try Segmenter(.sentences)
    for round in 0..<60 {
      let bytes =
        round % 4 == 0 ? generator.damagedBytes(pieces: 25) : Array(generator.text(pieces: 25).utf8)
      try check(bytes, icu)
    }
  }

  @Test("strings of nothing but what the rules ask about break so too", arguments: Seeds.all)
  func agreesOnSigns(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let icu = try Segmenter(.sentences)
    let pieces = [
      ".", "。", "?", "a", "B", "好", "3", ")", "“", " ", "\u{3000}", "\n", "\r", "\u{2029}", ",",
      "、",
      "\u{301}", "\u{200D}", "\u{AD}", "😷", "\u{FE0F}", "…", "．", "\u{640}", "\u{FFFD}", "é", "É",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in random.pick(pieces) }
      try check(Array(text.joined().utf8), icu)
    }
  }

  @Test("the classes of ASCII and Han are ICU's")
  func knowsClasses() throws {
    let icu = try Segmenter(.sentences)
    for scalar in [0x00...0x7F, 0x4E00...0x4E40, 0x9FE0...0x9FFF].joined() {
      let sign = Unicode.Scalar(UInt32(scalar)).map(String.init) ?? ""
      let texts = ["a.\(sign)B", "a. \(sign)b", "\(sign).B", "a. \(sign)B", "a\(sign) B"]
      for text in texts { try check(Array(text.utf8), icu) }
    }
  }
}
