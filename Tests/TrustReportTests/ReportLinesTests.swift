import Testing
import TrustTestSupport

@testable import TrustEngine
@testable import TrustReport

@Suite("Reports as JSON lines") struct ReportLinesTests {
  private static let ids = ["a", "7", "大蒜 😷", "say \"no\"\n", "\u{7F}\u{85}\u{2028}é\u{C2}"]

  private func screener() throws -> Screener {
    let yaml = "rules: [{id: a, find: 大蒜}]"
    let plain = try Screener.testing(yaml)
    let calibration = SampleCalibration.calibration(
      for: plain,
      scales: [
        SampleCalibration.scale("false-remedy", .zh, .platt(a: 1, b: 0)),
        SampleCalibration.scale("unverified-claim", .en, .platt(a: 1, b: 0)),
      ]
    )
    return try Screener(packs: [TestPack.pack(yaml)], calibration: calibration)
  }

  @Test(
    "a blank line is the report's own JSON, in every language",
    arguments: ["白菜", "cabbage", "123"]
  )
  func blankLines(_ text: String) throws {
    let screener = try screener()
    let lines = ReportLines(screener, includesText: true)
    let language = PostLanguage(of: text)
    for id in Self.ids {
      var line: [UInt8] = []
      lines.appendBlank(id: Array(id.utf8).span, in: language, to: &line)
      let report = screener.screen(Post(id: id, text: text))
      #expect(String(decoding: line, as: UTF8.self) == report.json(pretty: false) + "\n")
    }
    var line: [UInt8] = []
    lines.appendBlank(in: language, to: &line)
    let report = screener.screen(text)
    #expect(String(decoding: line, as: UTF8.self) == report.json(pretty: false) + "\n")
  }

  @Test("a report's line is its JSON, with the post's words or without", arguments: [true, false])
  func reportLines(_ includesText: Bool) {
    let report = Draft.everything.report
    guard let screener = try? screener() else { return }
    var line: [UInt8] = []
    ReportLines(screener, includesText: includesText).append(report, to: &line)
    let json = report.json(pretty: false, includesText: includesText)
    #expect(String(decoding: line, as: UTF8.self) == json + "\n")
  }
}
