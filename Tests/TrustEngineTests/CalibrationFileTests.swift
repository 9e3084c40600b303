import Testing
import TrustEngine
import TrustRuleFiles
import TrustRules

@Suite("Calibrations from files") struct CalibrationFileTests {
  private static let lines = [
    #"{ "schema": "trustscreen.calibration/1","#,
    #""data": { "name": "our posts", "digest": "ab12", "posts": 1200, "date": "2026-11" },"#,
    #""packs": ["demo@1+sha256:ff"],"#,
    #""rules": { "demo/remedy.garlic": { "hits": 20, "right": 18 } },"#,
    #""scales": ["#,
    #"{ "category": "false-remedy", "language": "zh", "posts": 400, "violating": 100, "silent": 290, "missed": 9,"#,
    #""curve": { "method": "platt", "a": 1.25, "b": -0.5 },"#,
    #""before": { "brier": 0.1, "calibrationError": 0.05 }, "after": { "brier": 0.09, "calibrationError": 0.02 } },"#,
    #"{ "category": "false-remedy", "language": "en", "posts": 40, "violating": 10, "silent": 29, "missed": 0,"#,
    #""curve": { "method": "none" } },"#,
    #"{ "category": "unverified-claim", "language": "en", "posts": 2000, "violating": 400, "silent": 1500, "missed": 90,"#,
    #""curve": { "method": "isotonic", "knots": [[0.3, 0.1], [0.5, 0.1], [0.9, 0.8]] } }"#,
    #"] }"#,
  ]

  private func read(_ lines: [String]) throws(PackError) -> Calibration {
    try Calibration.json(lines.joined(separator: "\n"), name: "c.json")
  }

  @Test("a file says all that a calibration holds")
  func readsAll() throws {
    let calibration = try read(Self.lines)
    #expect(
      calibration.data == .init(name: "our posts", digest: "ab12", posts: 1200, date: "2026-11")
    )
    #expect(calibration.packs == ["demo@1+sha256:ff"])
    let rule = Rule.ID(pack: "demo", name: "remedy.garlic")
    #expect(calibration.rules == [rule: .init(hits: 20, right: 18)])
    #expect(calibration.scales.map(\.category.name).count == 3)
    #expect(calibration.scales[0].curve == .platt(a: 1.25, b: -0.5))
    #expect(calibration.scales[0].after == .init(brier: 0.09, calibrationError: 0.02))
    #expect(calibration.scales[1].curve == nil && calibration.scales[1].before == nil)
    #expect(calibration.scales[2].baseRate == 0.2)
    #expect(
      calibration.scales[2].curve
        == .isotonic([
          .init(score: 0.3, probability: 0.1), .init(score: 0.5, probability: 0.1),
          .init(score: 0.9, probability: 0.8),
        ])
    )
    #expect(calibration.digest.count == 64)
  }

  @Test(
    "a mistake is told at its place",
    arguments: [
      (0, "calibration/1", "calibration/2", "1 bad-format"),
      (0, #""schema": "trustscreen.calibration/1","#, "", "1 bad-format"),
      (1, #""posts": 1200, "#, "", "2 missing-key"),
      (1, "1200", "many", "2 bad-value"),
      (2, #"["demo@1+sha256:ff"]"#, "{}", "3 wrong-type"),
      (3, #""right": 18"#, #""right": 21"#, "4 bad-value"),
      (3, "demo/remedy.garlic", "Garlic", "4 bad-id"),
      (3, #""hits": 20"#, #""hit": 20"#, "4 unknown-key"),
      (4, #""scales": ["#, #""scale": ["#, "5 unknown-key"),
      (5, #""zh""#, #""fr""#, "6 bad-value"),
      (5, #""missed": 9"#, #""missed": 101"#, "6 bad-value"),
      (5, #""violating": 100"#, #""violating": 400"#, "6 bad-value"),
      (6, "1.25", "-1.25", "7 bad-value"),
      (6, #""a": 1.25, "#, "", "7 missing-key"),
      (6, "platt", "plot", "7 bad-value"),
      (6, #""method": "platt", "#, "", "7 missing-key"),
      (7, "0.02", "2", "8 bad-value"),
      (8, #""language": "en""#, #""language": "zh""#, "9 duplicate-key"),
      (11, "[0.5, 0.1]", "[0.3, 0.1]", "12 bad-value"),
      (11, "[0.9, 0.8]", "[0.9, 0.05]", "12 bad-value"),
      (11, "[0.9, 0.8]", "0.9", "12 wrong-type"),
      (11, "[[0.3, 0.1], [0.5, 0.1], [0.9, 0.8]]", "[]", "12 bad-value"),
      (12, "] }", "]", "14 bad-yaml"),
    ]
  )
  func placesMistakes(_ row: (line: Int, old: String, new: String, issue: String)) throws {
    var lines = Self.lines
    let parts = lines[row.line].split(
      separator: row.old,
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    try #require(parts.count == 2)
    lines[row.line] = parts.joined(separator: row.new)
    let error = #expect(throws: PackError.self) { try read(lines) }
    let issues = error?.issues.map { "\($0.line) \($0.code)" } ?? []
    #expect(issues.first == row.issue, "\(error?.description ?? "")")
    #expect(issues.count == 1)
  }

  @Test(
    "a text that is something else is refused",
    arguments: ["none", "[]", "7", "{}", "rules: []"]
  )
  func refusesOthers(text: String) {
    let error = #expect(throws: PackError.self) { try Calibration.json(text, name: "c.json") }
    #expect(error?.issues.first?.code == "bad-format")
    #expect(error?.issues.first?.hint?.contains("trustscreen.calibration/1") == true)
  }

  @Test("a file that is not there is told")
  func missesFile() {
    let error = #expect(throws: PackError.self) { try Calibration.file("/no/such/file.json") }
    #expect(error?.issues.map(\.code) == ["no-file"])
  }
}
