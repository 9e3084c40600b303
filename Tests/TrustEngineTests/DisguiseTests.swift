import Testing
import TrustEngine
import TrustTestSupport
import TrustText

@Suite("Disguises") struct DisguiseTests {
  private let words =
    "大蒜, 漂白水, 疫苗, 肿瘤, 新冠, 新冠病毒, 双黄连, 阳了, 大三阳, 84, 5g, garlic, bleach, vaccine, autism, miracle cure, book"

  private func screener(_ keys: String = "") throws -> Screener {
    try .testing("rules: [{id: rule, confidence: 0.8, find: [\(words)], \(keys)}]")
  }

  private func folds(_ screener: Screener, _ text: String) -> [String] {
    screener.screen(MarkedText(text).text).findings.flatMap { $0.evidence.flatMap(\.folds) }
  }

  @Test(
    "every rule sees through these, names them, and is as much less sure as they are weak",
    arguments: [
      ("喝<<&#28418;白水>>吗", "escapes", 0.8), ("喝<<&#x6F02;&#x767D;水>>吗", "escapes", 0.8),
      ("喝<<&amp;#28418;白水>>吗", "escapes", 0.8), ("喝<<%E6%BC%82白水>>吗", "escapes", 0.8),
      ("eat <<g&#97;rlic>> now", "escapes", 0.8),
      ("是<<五g>>害的", "figures", 0.8), ("喝<<八四>>吧", "figures", 0.8), ("<<大3阳>>转阴", "figures", 0.8),
      ("<<⑤g>>塔", "styles", 0.8), ("<<大③阳>>转阴", "styles figures", 0.8),
      ("喝<<漂白\n水>>吗", "noise", 0.8 * 0.9), ("喝<<漂，白，水>>吗", "noise", 0.8 * 0.9),
      ("喝<<漂🌸白🌸水>>吗", "noise", 0.8 * 0.9), ("喝<<漂”白”水>>吗", "noise", 0.8 * 0.9),
      ("喝<<漂/白/水>>吗", "noise", 0.8 * 0.9), ("喝<<漂+白=水>>吗", "noise", 0.8 * 0.9),
      ("<<g.a.r.l.i.c>> helps", "noise", 0.8 * 0.9), ("<<g a r l i c>> helps", "noise", 0.8 * 0.9),
      ("eat <<gar-lic>> now", "noise", 0.8 * 0.9), ("eat <<gar🌸lic>> now", "noise", 0.8 * 0.9),
      ("drink <<b*l*e*a*c*h>>", "noise", 0.8 * 0.9), ("a <<miracle\ncure>>", "noise", 0.8 * 0.9),
      ("喝<<漂漂白白水水>>吗", "repeats", 0.8 * 0.9), ("eat <<gaaarlic>>", "repeats", 0.8 * 0.9),
      ("eat <<ggaarrlliicc>>", "repeats", 0.8 * 0.9),
      ("eat <<gаrliс>>", "look-alikes", 0.8 * 0.8), ("eat <<gαrlιc>>", "look-alikes", 0.8 * 0.8),
      ("eat <<g@rl1c>>", "look-alikes", 0.8 * 0.8), ("the <<vacc1ne>>!", "look-alikes", 0.8 * 0.8),
      ("喝<<氵票白水>>吗", "look-alikes", 0.8 * 0.8), ("抗<<月中瘤>>吗", "look-alikes", 0.8 * 0.8),
      ("喝<<⺡票白水>>吗", "look-alikes", 0.8 * 0.8),
      ("打<<疫茁>>吧", "look-alikes", 0.8 * 0.8), ("得<<新寇>>了", "look-alikes", 0.8 * 0.8),
      ("eat <<g.a.r.1.i.c>>", "noise look-alikes", 0.8 * 0.8),
      // The space between two words is none.
      ("a <<m1racle cure>>", "look-alikes", 0.8 * 0.8),
      ("a <<m1racle\ncure>>", "noise look-alikes", 0.8 * 0.8),
    ]
  )
  func seesThrough(_ row: (text: String, folds: String, confidence: Double)) throws {
    let screener = try screener()
    #expect(screener.marked(MarkedText(row.text).text) == row.text)
    #expect(folds(screener, row.text).joined(separator: " ") == row.folds)
    let finding = screener.screen(MarkedText(row.text).text).findings.first
    #expect(finding?.confidence == row.confidence)
  }

  @Test(
    "what is no disguise stays what it is",
    arguments: [
      "老大。蒜价上涨", "老大、蒜苗", "老大\n蒜价上涨", "漂白。水", "漂白！水", "人大！蒜", "口疫/苗头", "天冠！军",
      "gar. lic", "e.g. a garden", "a b c d", "boocck", "https://a.example/g@rl1c", "@g@rl1c",
      "b1ch 5ic 1st", "https://a.example/%E6%BC%82%E7%99%BD%E6%B0%B4", "100%25 sure", "看看大家",
    ]
  )
  func leavesAlone(_ text: String) throws {
    #expect(try screener().marked(text) == text)
  }

  @Test(
    "sounds, stand-ins and masks are seen through where a rule asks, or who screens",
    arguments: [
      ("喝<<piaobaishui>>吗", "sounds"), ("喝<<piao bai shui>>吗", "sounds"),
      ("吃<<双黄lian>>吧", "sounds"),
      ("喝<<飘白水>>吗", "sounds"), ("喝<<票百睡>>吗", "sounds"), ("<<新guan病毒>>", "sounds"),
      ("<<新g病毒>>", "sounds"), ("我<<🐑了>>", "stand-ins"), ("我<<羊了>>", "stand-ins"),
      ("打<<💉>>吧", "stand-ins"), ("the <<💉>> kills", "stand-ins"), ("<<新*病毒>>", "masks"),
      ("<<新某病毒>>", "masks"), ("drink <<bl**ch>> now", "masks"),
    ]
  )
  func seesThroughMore(_ row: (text: String, disguise: String)) throws {
    let plain = MarkedText(row.text).text
    #expect(try screener().marked(plain) == plain)
    let asking = try screener("fold: \(row.disguise)")
    #expect(asking.marked(plain) == row.text)
    #expect(folds(asking, row.text).contains(row.disguise))
    #expect(asking.screen(plain).findings.first?.confidence == 0.8 * 0.8)
    var options = Screener.Options()
    options.disguises = .all
    let all = try Screener.testing("rules: [{id: rule, find: [\(words)]}]", options: options)
    #expect(all.marked(plain) == row.text)
  }

  @Test("short words that only sound alike need certain words beside them")
  func needsCompany() throws {
    let screener = try Screener.testing(
      "rules: [{id: rule, fold: sounds, find: '(治|防) ... 新冠'}]"
    )
    #expect(screener.marked("大蒜治xg啊") == "大蒜<<治xg>>啊")
    #expect(screener.marked("大蒜治心冠啊") == "大蒜<<治心冠>>啊")
    #expect(
      try Screener.testing("rules: [{id: rule, fold: sounds, find: 新冠}]").marked("心冠") == "心冠"
    )
  }

  @Test("cues may be disguised too")
  func seesThroughCues() throws {
    let screener = try Screener.testing(
      """
      contexts: {negated: {reach: clause, before: {zh: 不能}}}
      rules: [{id: rule, find: 大蒜 ... 治 ... 感冒, unless: negated, edges: loose}]
      """
    )
    #expect(screener.screen("大蒜不🌸能治感冒").findings.isEmpty)
  }

  @Test("a plain reading goes before a disguised one")
  func prefersPlain() throws {
    let screener = try Screener.testing(
      "rules: [{id: rule, confidence: 0.8, find: 大蒜, edges: loose}]"
    )
    #expect(screener.screen("大大大蒜").findings.map(\.confidence) == [0.8])
  }
}
