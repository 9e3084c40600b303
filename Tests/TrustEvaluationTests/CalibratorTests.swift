import Testing
import TrustRuleFiles
import TrustTestSupport

@testable import TrustEngine
@testable import TrustEvaluation
@testable import TrustRules

@Suite("Calibrating") struct CalibratorTests {
  private static func pack() throws -> Pack {
    try TestPack.pack(
      """
      contexts: {soft: {before: 听说, effect: soften}}
      rules:
        - {id: good, edges: loose, find: [大蒜, garlic], confidence: 0.7, unless: soft}
        - {id: noisy, edges: loose, find: [生姜, ginger], confidence: 0.7}
        - {id: silent, edges: loose, find: 香醋}
      """
    )
  }

  /// A post whose label, if any, is on its first two characters; its number makes it unlike others.
  private static func post(_ words: String, _ number: Int, _ isFlag: Bool?) -> LabelledPost {
    let label = LabelledPost.Label(category: .falseRemedy, kind: "cure", scalars: 0..<2)
    let filler = (0..<8).map { index in
      // A run of Han characters of its own.
      String(Unicode.Scalar(UInt32(0x4E00 + (number * 8 + index) * 7 % 20000)) ?? "好")
    }
    return LabelledPost(
      id: "\(words) \(number)",
      language: "zh",
      text: words + "，" + filler.joined(),
      verdict: isFlag.map { $0 ? .flag : .pass } ?? .uncheckable,
      labels: isFlag == true ? [label] : []
    )
  }

  private static func posts() -> [LabelledPost] {
    (0..<60).map { post("大蒜", $0, $0 % 10 != 0) }
      + (60..<100).map { post("生姜", $0, $0 % 4 == 0) }
      + (100..<260).map { post("白菜", $0, $0 % 40 == 0) }
      + (260..<270).map { post("大蒜", $0, nil) }
  }

  private static let data = Calibration.DataSet(name: "made up", digest: "d", date: "2026-11")

  @Test("evidence counts what was right, a post and its copies once, softened hits never")
  func countsEvidence() throws {
    let copies = [
      Self.post("大蒜", 1, true), Self.post("大蒜大蒜", 1, true), Self.post("大蒜", 2, false),
      Self.post("听说大蒜", 3, true), Self.post("大-蒜", 4, true), Self.post("大蒜", 5, nil),
      Self.post("生姜大蒜", 6, true),
    ]
    let evidence = try Calibrator(packs: [Self.pack()]).evidence(on: copies)
    let named = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.name, $0.value) })
    // In the last post the label covers only what the other rule found.
    #expect(named == ["good": .init(hits: 3, right: 1), "noisy": .init(hits: 1, right: 1)])
  }

  @Test("a fit weighs rules, calibrates scores, and says what it was fitted on")
  func fits() throws {
    let packs = [try Self.pack()]
    let fit = try Calibrator(packs: packs).fit(Self.posts(), of: Self.data)
    let calibration = fit.calibration
    #expect(calibration.data.posts == 260 && fit.leftOut == 10 && calibration.isMade(for: packs))
    #expect(calibration.rules[.init(pack: "test", name: "good")] == .init(hits: 60, right: 54))
    #expect(calibration.rules[.init(pack: "test", name: "noisy")] == .init(hits: 40, right: 10))
    #expect(calibration.rules.count == 2)

    let zh = try #require(calibration.scales.first { $0.language == .zh })
    #expect(zh.posts == 260 && zh.violating == 68 && zh.silent == 160 && zh.missed == 4)
    let screener = try Screener(packs: packs, calibration: calibration)
    let high = screener.screen("大蒜").categories[.falseRemedy]?.calibrated
    let low = screener.screen("生姜").categories[.falseRemedy]?.calibrated
    let none = screener.screen("白菜").categories[.falseRemedy]?.calibrated
    #expect(abs(try #require(high) - 0.9) < 0.05)
    #expect(abs(try #require(low) - 0.25) < 0.05)
    #expect(try #require(none) == 4.5 / 161)
    #expect(try #require(zh.after).brier < 0.08)

    let en = try #require(calibration.scales.first { $0.language == .en })
    #expect(en.curve == nil && en.posts == 0)
  }

  @Test("the same posts give the same bytes, and what is read is what was fitted")
  func isDeterministic() throws {
    let packs = [try Self.pack()]
    let fit = try Calibrator(packs: packs).fit(Self.posts(), of: Self.data)
    let again = try Calibrator(packs: packs).fit(Self.posts(), of: Self.data)
    #expect(fit.calibration.json() == again.calibration.json())
    #expect(fit.text() == again.text())
    let read = try Calibration.json(fit.calibration.json(), name: "c.json")
    #expect(read == fit.calibration)
  }

  @Test("isotonic curves and all that a set can say come back as they were written")
  func writesAll() throws {
    var calibration = Calibration(
      data: .init(
        name: "“甲”\n乙",
        digest: "d",
        posts: 3,
        date: "2026-11",
        guideline: "guide: 1 # x",
        agreement: "kappa 0.8"
      ),
      packs: ["test@1+sha256:0"],
      scales: [
        .init(
          category: .unverifiedClaim,
          language: .en,
          posts: 9,
          violating: 4,
          silent: 3,
          missed: 1,
          curve: .isotonic([.init(score: 0.1, probability: 0), .init(score: 0.9, probability: 1)])
        )
      ]
    ).sealed
    #expect(try Calibration.json(calibration.json(), name: "c") == calibration)
    calibration.scales = []
    #expect(try Calibration.json(calibration.json(), name: "c") == calibration.sealed)
  }

  @Test("the table tells figures, and what was not calibrated and why")
  func tells() throws {
    let fit = try Calibrator(packs: [Self.pack()]).fit(Self.posts(), of: Self.data)
    let text = fit.text()
    #expect(text.hasPrefix("made up: 260 posts judged, in 260 groups of near-duplicates; 10 unch"))
    #expect(text.contains("false-remedy in en: 0 posts of 200 needed"))
    #expect(text.contains("Platt"))
    #expect(text.contains("test/noisy    40     10  0.700          0.340"))
    #expect(text.contains("(2; 1 without any)"))
    #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
    let empty = try Calibrator(packs: [Self.pack()]).fit([], of: Self.data)
    #expect(empty.text().contains("Rules: none found anything"))
  }
}
