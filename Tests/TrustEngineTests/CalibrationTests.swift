import Testing
import TrustRuleFiles
import TrustRules
import TrustTestSupport

@testable import TrustEngine

@Suite("Calibrations") struct CalibrationTests {
  private static let yaml = """
    contexts: {soft: {before: 听说, effect: soften}}
    rules:
      - {id: a, edges: loose, find: [大蒜, garlic], confidence: 0.85, unless: soft}
      - {id: b, edges: loose, find: 生姜, confidence: 0.6}
      - {id: s, edges: loose, find: 毒王, confidence: 0.9, category: stigmatising-language, kind: labelling}
    """
  private static let plain = Result { try Screener.testing(yaml) }

  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

  private func calibrated(
    rules: [String: Calibration.RuleEvidence] = [:],
    scales: [Calibration.Scale] = []
  ) throws -> Screener {
    let calibration = SampleCalibration.calibration(
      for: try Self.plain.get(),
      rules: rules,
      scales: scales
    )
    return try Screener(packs: [TestPack.pack(Self.yaml)], calibration: calibration)
  }

  // MARK: - Evidence

  @Test(
    "a rule starts at its author's guess and gives way to evidence",
    arguments: [
      (0.85, 0, 0, 0.85), (0.85, 9, 10, 0.875), (0.85, 18, 20, 0.8833333333333333),
      (0.85, 30, 60, 0.55), (0.55, 40, 50, 0.7583333333333333), (1, 90, 90, 0.99), (0, 0, 30, 0),
    ]
  )
  func shrinks(_ row: (guess: Double, right: Int, hits: Int, confidence: Double)) {
    let evidence = Calibration.RuleEvidence(hits: row.hits, right: row.right)
    #expect(isNear(evidence.confidence(guess: row.guess), row.confidence))
  }

  @Test("findings are as sure as the evidence on their rule, softened ones half as sure")
  func weighsFindings() throws {
    let screener = try calibrated(rules: ["a": .init(hits: 60, right: 30)])
    let confidences = screener.screen("大蒜。听说大蒜。生姜").findings.map(\.confidence)
    #expect(zip(confidences, [0.55, 0.275, 0.6]).allSatisfy { isNear($0, $1) })
    #expect(isNear(screener.rules.first?.confidence, 0.55))
    #expect(screener.identity.calibration == "c1")
  }

  @Test("a softened finding never flags, however good the evidence on its rule")
  func neverFlagsSoftened() throws {
    let screener = try calibrated(rules: ["a": .init(hits: 100_000, right: 100_000)])
    #expect(screener.screen("大蒜").isFlagged())
    #expect(!screener.screen("听说大蒜").isFlagged())
  }

  // MARK: - Scales

  @Test("a score stands for what the curve of its category and language says")
  func calibrates() throws {
    let screener = try calibrated(scales: [
      SampleCalibration.scale("false-remedy", .zh, .platt(a: 1, b: 0)),
      SampleCalibration.scale("false-remedy", .en, .platt(a: 0, b: 0)),
      SampleCalibration.scale("stigmatising-language", .zh, nil),
    ])
    let zh = try #require(screener.screen("大蒜。毒王").categories[.falseRemedy])
    #expect(isNear(zh.score, 0.85) && isNear(zh.calibrated, 0.85) && zh.baseRate == 0.25)
    let en = try #require(screener.screen("take some garlic").categories[.falseRemedy])
    #expect(isNear(en.score, 0.85) && isNear(en.calibrated, 0.5))
    let stigma = try #require(screener.screen("大蒜。毒王").categories[.stigmatisingLanguage])
    #expect(isNear(stigma.score, 0.9) && stigma.calibrated == nil && stigma.baseRate == nil)
  }

  @Test("a post in which nothing was found has the rate of missed violations, and no top category")
  func knowsSilence() throws {
    let scales = [SampleCalibration.scale("false-remedy", .zh, .platt(a: 1, b: 0))]
    let screener = try calibrated(scales: scales)
    let clean = screener.screen("今天天气好")
    #expect(clean.isClean && clean.top == nil && !clean.isFlagged())
    let score = try #require(clean.categories[.falseRemedy])
    #expect(score.score == 0 && score.severity == nil && score.findings.isEmpty)
    #expect(isNear(score.calibrated, 14.5 / 300) && score.baseRate == 0.25)
    let other = screener.screen("毒王")
    #expect(other.top == .stigmatisingLanguage)
    #expect(other.categories[.falseRemedy] == score)
    #expect(screener.screen("nice weather").categories.isEmpty)
    #expect(screener.screen("123 😷").categories.isEmpty)
  }

  @Test("a higher score never stands for less", arguments: Seeds.all)
  func isMonotone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func draw(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    let scores = Set((0..<8).map { _ in draw(0...1) }).sorted()
    let rates = scores.map { _ in draw(0...1) }.sorted()
    let knots = zip(scores, rates).map {
      Calibration.Curve.Knot(score: $0, probability: $1)
    }
    let curves: [Calibration.Curve] = [
      .isotonic(knots), .platt(a: draw(0...3), b: draw(-4...4)),
    ]
    for curve in curves {
      let scale = SampleCalibration.scale("x", .zh, curve)
      let probabilities = (0...200).compactMap { scale.probability(of: Double($0) * 0.99 / 200) }
      #expect(probabilities.count == 201)
      #expect(zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(probabilities.allSatisfy { $0 > 0 && $0 <= 0.99 })
    }
  }

  @Test(
    "knots are joined by straight lines, level outside",
    arguments: [(0.05, 0), (0.1, 0), (0.25, 0.5), (0.35, 0.6), (0.5, 0.7), (0.99, 0.7)]
  )
  func interpolates(_ row: (score: Double, probability: Double)) {
    let knots = [(0.1, 0), (0.2, 0.5), (0.3, 0.5), (0.4, 0.7)].map {
      Calibration.Curve.Knot(score: $0.0, probability: $0.1)
    }
    #expect(isNear(Calibration.Curve.isotonic(knots).probability(of: row.score), row.probability))
  }

  @Test(
    "the language is that of most letters, two Latin ones weighing one Han character",
    arguments: [
      ("大蒜能治新冠", PostLanguage.zh), ("garlic cures flu", .en), ("辉瑞 BioNTech 疫苗", .zh),
      ("The 武汉 virus is back", .en), ("臺灣ＡＢＣ", .zh), ("2026 😷", nil), ("", nil),
    ]
  )
  func tellsLanguages(_ row: (text: String, language: PostLanguage?)) {
    #expect(PostLanguage(of: row.text) == row.language)
  }

  @Test("our own posts are told apart as their writers did", arguments: PostLanguage.allCases)
  func tellsOurPosts(language: PostLanguage) throws {
    let posts = try Corpora.posts(language.rawValue)
    let told = posts.count { PostLanguage(of: $0.text) == language }
    #expect(told >= posts.count - 3)
  }

  // MARK: - Other packs

  @Test("a calibration made for other packs is refused, with what differs")
  func refusesOthers() throws {
    let calibration = SampleCalibration.calibration(for: try Self.plain.get())
    let error = #expect(throws: PackError.self) {
      try Screener(packs: [TestPack.pack(Self.yaml, id: "other")], calibration: calibration)
    }
    let issue = try #require(error?.issues.first)
    #expect(issue.code == "calibration-mismatch" && issue.hint?.contains("calibrate") == true)
    #expect(issue.message.contains("test@2026.1.0+sha256:digest-o and does not know other@"))
    // One pack more is another set too.
    #expect(throws: PackError.self) {
      let packs = try [TestPack.pack(Self.yaml), TestPack.pack("rules: []", id: "more")]
      _ = try Screener(packs: packs, calibration: calibration)
    }
  }

  @Test("of an allowed stale calibration only the evidence on unchanged packs stays")
  func keepsUnchanged() throws {
    var calibration = SampleCalibration.calibration(
      for: try Self.plain.get(),
      rules: ["a": .init(hits: 60, right: 30)],
      scales: [SampleCalibration.scale("false-remedy", .zh, .platt(a: 1, b: 0))]
    )
    var options = Screener.Options()
    options.allowsStaleCalibration = true
    let more = try TestPack.pack("rules: [{id: c, edges: loose, find: 香醋}]", id: "more")
    let packs = [try TestPack.pack(Self.yaml), more]
    let screener = try Screener(packs: packs, calibration: calibration, options: options)
    #expect(screener.identity.calibration == "c1+stale")
    #expect(isNear(screener.rules.first?.confidence, 0.55))
    #expect(screener.screen("大蒜").categories[.falseRemedy]?.calibrated == nil)
    #expect(screener.screen("今天天气好").categories.isEmpty)

    calibration.packs = ["test@2025.1.0+sha256:older"]
    let changed = try Screener(packs: packs, calibration: calibration, options: options)
    #expect(isNear(changed.rules.first?.confidence, 0.85))
  }

  @Test("a pack without one of its rules is another pack")
  func noticesDisabledRules() throws {
    let pack = try TestPack.pack(Self.yaml)
    #expect(pack.without { $0.id.name == "b" }.digest != pack.digest)
    #expect(pack.without { _ in false }.digest == pack.digest)
  }
}
