import Testing

@testable import TrustText

func folded(_ text: String) -> String {
  var result = FoldedText()
  result.fold(Array(text.utf8).span)
  return result.string(0..<result.count)
}

@Suite("Folding") struct FoldingTests {
  @Test(
    "what readers take for the same text folds alike",
    arguments: [
      ("ＣＯＶＩＤ－１９", "covid 19"), ("𝒂𝗯𝕔 ⓐ 🅰", "abc a a"), ("武漢肺炎", "武汉肺炎"),
      ("大\u{200B}蒜", "大蒜"), ("大-蒜 能 预 防", "大蒜能预防"), ("don’t", "dont"), ("café", "cafe"),
      ("cafe\u{301}", "cafe"), ("anti-vaccine  jab", "anti vaccine jab"), ("1️⃣", "1"),
      ("喝水 就好", "喝水 就好"), ("我 朋友说", "我朋友说"), ("a\r\nb", "a\n\nb"), ("①②", "12"),
    ]
  )
  func foldsAlike(_ pair: (String, String)) {
    #expect(folded(pair.0) == pair.1)
  }
}
