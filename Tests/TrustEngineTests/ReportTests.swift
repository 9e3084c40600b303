import Testing
import TrustEngine
import TrustRules
import TrustTestSupport
import TrustText

@Suite("Reports") struct ReportTests {
  @Test("a message is filled with what was found, and not with what that says")
  func fillsMessages() throws {
    let screener = try Screener.testing(
      """
      lexicons: {remedy: {zh: '大蒜、\\<match\\>'}, ill: {zh: 感冒}, never: {zh: 无}}
      rules:
        - id: r
          edges: loose
          find: <remedy> ... <ill>
          message: {zh: <remedy>治<ill>：<match>；<never>, en: '<remedy> & <ill> < 3 <match>'}
          suggest: {zh: 别写<match>, en: Do not write <remedy>}
      """
    )
    let finding = try #require(screener.screen("吃大-蒜治感冒").findings.first)
    #expect(finding.message.zh == "大-蒜治感冒：大-蒜治感冒；大-蒜治感冒")
    #expect(finding.suggestion?.zh == "别写大-蒜治感冒")
    #expect(finding.suggestion?.en == "Do not write 大-蒜")
    let sly = try #require(screener.screen("<match>感冒").findings.first)
    #expect(sly.message.zh == "<match>治感冒：<match>感冒；<match>感冒")
  }

  @Test("a sign that opens no placeholder stays")
  func keepsSigns() throws {
    let screener = try Screener.testing(
      "rules: [{id: r, edges: loose, find: 药, message: {zh: '3 < 5：<match>', en: 'a > b <match>'}}]"
    )
    let message = try #require(screener.screen("药").findings.first).message
    #expect(message.en == "a > b 药")
    #expect(message.zh == "3 < 5：药")
  }

  @Test("a swap offers the better phrase")
  func swaps() throws {
    let screener = try Screener.testing(
      """
      rules:
        - id: r
          edges: loose
          swap: {zh: {武汉肺炎: 新冠肺炎, (毒王|超级毒王): 感染者}, en: {china virus: coronavirus}}
          message: {zh: 请改用<suggestion>, en: Write <suggestion>}
      """
    )
    let findings = screener.screen("武汉肺炎和毒王，China-Virus").findings
    #expect(findings.map(\.replacement) == ["新冠肺炎", "感染者", "coronavirus"])
    #expect(findings.map(\.message.zh) == ["请改用新冠肺炎", "请改用感染者", "请改用coronavirus"])
    #expect(
      findings.map(\.suggestion?.en) == [
        "Prefer “新冠肺炎”.", "Prefer “感染者”.", "Prefer “coronavirus”.",
      ]
    )
  }

  @Test("overlapping finds of one rule are one: standing before excused, most parts, shortest")
  func collapses() throws {
    let screener = try Screener.testing(
      """
      contexts: {negated: {before: 不能}}
      rules: [{id: r, edges: loose, unless: negated, find: [大蒜, 大蒜 ... 病, 大蒜治]}]
      """
    )
    #expect(screener.marked("大蒜治病") == "<<大蒜治病>>")
    #expect(screener.marked("吃大蒜") == "吃<<大蒜>>")
    // The longest is denied between its parts, the shorter one stands.
    let report = screener.screen("大蒜不能治病")
    #expect(report.findings.map(\.span.scalars) == [0..<2])
    #expect(report.suppressed.isEmpty)
  }

  @Test("finds of different rules stand side by side, by place, then rule")
  func orders() throws {
    let screener = try Screener.testing(
      """
      rules:
        - {id: b, edges: loose, find: [大蒜, 新冠]}
        - {id: a, edges: loose, find: 大蒜}
      """
    )
    #expect(screener.screen("新冠大蒜大蒜").findings.map(\.rule.name) == ["b", "a", "b", "a", "b"])
  }

  @Test("fields are reported by name, in their order, each with its own offsets")
  func reportsFields() throws {
    let screener = try Screener.finding("大蒜", "edges: loose")
    let post = Post(
      id: "p",
      fields: [
        .init(name: "title", text: "吃大蒜"), .init(name: "text", text: "大蒜"),
        .init(name: "tags", text: ""),
      ]
    )
    let report = screener.screen(post)
    #expect(report.id == "p")
    #expect(report.findings.map(\.field) == ["title", "text"])
    #expect(report.findings.map(\.span.utf8) == [3..<9, 0..<6])
    #expect(report.completeness == .complete)
  }

  @Test("what is explained away is listed by field too, whatever else is found")
  func ordersSuppressed() throws {
    let screener = try Screener.testing(
      """
      contexts: {negated: {before: 不能}}
      rules: [{id: r, edges: loose, find: 大蒜, unless: negated}]
      """
    )
    let title = Post.Field(name: "title", text: "甲乙丙丁戊不能大蒜")
    let text = Post.Field(name: "text", text: "不能大蒜")
    #expect(
      screener.screen(Post(fields: [title, text])).suppressed.map(\.finding.field) == [
        "title", "text",
      ]
    )
  }

  @Test("reports can leave out what is explained away")
  func leavesOutSuppressed() throws {
    var options = Screener.Options()
    options.includeSuppressed = false
    let yaml = "rules: [{id: r, edges: loose, find: 大蒜, unless: [{near: 菜谱}]}]"
    #expect(try Screener.testing(yaml, options: options).screen("菜谱大蒜").suppressed.isEmpty)
    #expect(try Screener.testing(yaml).screen("菜谱大蒜").suppressed.count == 1)
    #expect(try Screener.testing(yaml).screen("菜谱大蒜").isClean)
  }

  @Test("a fingerprint stays when other parts of a post change, and tells equal finds apart")
  func fingerprints() throws {
    let screener = try Screener.finding("大蒜", "edges: loose")
    func fingerprints(_ text: String) -> [String] {
      screener.screen(text).findings.map(\.fingerprint)
    }
    let alone = fingerprints("吃大蒜。")
    #expect(fingerprints("先看这里。吃大蒜。再看那里。") == alone)
    #expect(fingerprints("吃大-蒜。") == alone)
    #expect(fingerprints("不吃大蒜。") != alone)
    let twice = fingerprints("吃大蒜。吃大蒜。")
    #expect(twice.first == alone.first)
    #expect(Set(twice).count == 2)
    #expect(alone.allSatisfy { $0.utf8.count == 32 })
  }

  @Test("a finding carries its sources and names the list of each part")
  func cites() throws {
    let screener = try Screener.testing(
      """
      lexicons: {remedy: {zh: 大蒜}}
      rules: [{id: r, edges: loose, find: <remedy> ... 病}]
      """
    )
    let finding = try #require(screener.screen("大蒜治病").findings.first)
    #expect(finding.guidance.map(\.id) == ["guideline"])
    #expect(finding.evidence.map(\.lexicon) == ["remedy", nil])
    #expect(finding.category == .falseRemedy && finding.kind == "cure" && finding.severity == .high)
  }

  @Test("the identity names engine, packs and Unicode, and packs with one id are refused")
  func identifies() throws {
    let pack = try TestPack.pack("rules: [{id: r, find: 药}]", id: "one")
    let identity = try Screener(packs: [pack]).identity
    #expect(identity.packs == ["one@2026.1.0+sha256:digest-of-one"])
    #expect(identity.engine == "trustscreen \(Screener.version)")
    let error = #expect(throws: PackError.self) { try Screener(packs: [pack, pack]) }
    #expect(error?.issues.map(\.code) == ["id-reused", "id-reused"])
  }
}
