import Testing
import TrustEngine
import TrustTestSupport
import TrustText

@Suite("Partial reports") struct PartialReportTests {
  private func screen(_ bytes: [UInt8], _ options: Screener.Options = .init()) throws -> Report {
    let screener = try Screener.testing(
      "rules: [{id: r, edges: loose, find: 大蒜}]",
      options: options
    )
    var scratch = Screener.Scratch()
    return screener.screen(utf8: bytes.span, using: &scratch)
  }

  private func codes(_ report: Report) -> [String] { report.completeness.notices.map(\.code) }

  @Test("ill-formed bytes make a report partial and keep their places")
  func repairsBytes() throws {
    let report = try screen([0xFF, 0xE4, 0xB8] + Array("大蒜".utf8) + [0x80])
    #expect(codes(report) == ["invalid-utf8"])
    #expect(report.findings.map(\.span.utf8) == [3..<9])
    #expect(report.findings.map(\.span.scalars) == [2..<4])
    #expect(report.findings.map(\.span.utf16) == [2..<4])
    #expect(!report.isClean)
    #expect(try !screen([0xFF]).isClean)
    #expect(report.completeness.notices.first?.detail.contains("3 ") == true)
  }

  @Test("an ill-formed byte inside a word hides it, and says so")
  func hidesInBytes() throws {
    let report = try screen(Array("大".utf8) + [0xFF] + Array("蒜".utf8))
    #expect(report.findings.isEmpty)
    #expect(codes(report) == ["invalid-utf8"])
  }

  @Test("what is behind the limit is not screened, and a character is not cut", arguments: 0...16)
  func truncates(limit: Int) throws {
    var options = Screener.Options()
    options.maxBytes = limit
    let report = try screen(Array("药大蒜药大蒜".utf8), options)
    #expect(codes(report) == ["truncated"])
    #expect(report.findings.count == (limit >= 9 ? 1 : 0))
    #expect(!report.isClean)
  }

  @Test("a text of just the limit is complete")
  func keepsWhole() throws {
    var options = Screener.Options()
    options.maxBytes = 6
    #expect(try screen(Array("大蒜".utf8), options).completeness == .complete)
  }

  @Test("more matches of a rule than the limit are told")
  func capsRules() throws {
    var options = Screener.Options()
    options.maxFindingsPerRule = 3
    let report = try screen(Array("大蒜大蒜大蒜大蒜".utf8), options)
    #expect(report.findings.map(\.span.scalars) == [0..<2, 2..<4, 4..<6])
    #expect(codes(report) == ["hit-cap"])
    #expect(codes(try screen(Array("大蒜大蒜大蒜".utf8), options)) == [])
  }

  @Test("more findings in a post than the limit are told once")
  func capsPosts() throws {
    var options = Screener.Options()
    options.maxFindingsPerPost = 2
    let report = try screen(Array("大蒜大蒜大蒜大蒜".utf8), options)
    #expect(report.findings.count == 2)
    #expect(codes(report) == ["hit-cap"])
  }

  @Test("no time at all is told, not passed over")
  func runsOutOfTime() throws {
    var options = Screener.Options()
    options.deadline = .nanoseconds(-1)
    let report = try screen(Array("大蒜".utf8), options)
    #expect(codes(report) == ["deadline"])
    #expect(report.findings.isEmpty && !report.isClean)
  }

  @Test("each field is limited and told by itself")
  func namesFields() throws {
    var options = Screener.Options()
    options.maxBytes = 6
    let screener = try Screener.testing(
      "rules: [{id: r, edges: loose, find: 大蒜}]",
      options: options
    )
    let report = screener.screen(
      Post(fields: [.init(name: "title", text: "大蒜"), .init(name: "text", text: "好吃的大蒜")])
    )
    #expect(report.findings.map(\.field) == ["title"])
    #expect(codes(report) == ["truncated"])
    #expect(report.completeness.notices.first?.detail.contains("“text”") == true)
  }

  @Test("an empty text has nothing to find and is complete")
  func findsNothing() throws {
    let report = try screen([])
    #expect(report.isClean && report.suppressed.isEmpty && report.categories.isEmpty)
    let anything = try Screener.testing("rules: [{id: r, find: [<number>, <start> 药, <emoji>]}]")
    #expect(anything.screen("").isClean)
    #expect(anything.screen(Post(fields: [])).isClean)
  }
}
