@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules
@testable import TrustText

/// A draft whose findings are found by their words, so that a test reads like what it shows.
struct Draft {
  var path = "draft.txt"
  var text: String
  var findings: [Finding] = []
  var suppressed: [Suppressed] = []
  var completeness = Completeness.complete
  var calibrated: Double?

  init(_ text: String, path: String = "draft.txt") {
    self.text = text
    self.path = path
  }

  /// The span of the first occurrence of some words, by scalars, so that parts of a user-perceived
  /// character can be named as well.
  func span(_ words: String) -> TextSpan {
    let bytes = Array(text.utf8)
    let searched = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: searched) } ?? 0
    var converter = OffsetConverter(bytes)
    return converter.span(start..<start + searched.count)
  }

  func finding(_ words: String, _ change: (inout Finding) -> Void = { _ in }) -> Finding {
    var finding = Finding(
      rule: Rule.ID(pack: "sample", name: "remedy.cures"),
      category: .falseRemedy,
      kind: "cure",
      severity: .high,
      status: .stable,
      confidence: 0.85,
      span: span(words),
      field: "text",
      evidence: [],
      softenedBy: [],
      message: Localized(zh: "没有证据表明这样有效。", en: "There is no evidence that this works."),
      suggestion: nil,
      replacement: nil,
      guidance: [],
      fingerprint: "f00d"
    )
    change(&finding)
    return finding
  }

  func flagging(_ words: String, _ change: (inout Finding) -> Void = { _ in }) -> Draft {
    var draft = self
    draft.findings.append(finding(words, change))
    return draft
  }

  func suppressing(_ words: String, by context: String, cue: String?) -> Draft {
    var draft = self
    draft.suppressed.append(
      Suppressed(finding: finding(words), by: context, cue: cue.map { span($0) })
    )
    return draft
  }

  func partial(_ code: String, _ detail: String) -> Draft {
    var draft = self
    draft.completeness = .partial([Notice(code: code, detail: detail)])
    return draft
  }

  var report: Report {
    var categories: [Category: CategoryScore] = [:]
    for (index, finding) in findings.enumerated() {
      var score =
        categories[finding.category]
        ?? CategoryScore(
          score: 0,
          calibrated: calibrated,
          severity: finding.severity,
          findings: []
        )
      score.score = max(score.score, finding.confidence)
      score.severity = max(score.severity ?? finding.severity, finding.severity)
      score.findings.append(index)
      categories[finding.category] = score
    }
    return Report(
      id: nil,
      findings: findings,
      suppressed: suppressed,
      categories: categories,
      completeness: completeness,
      identity: Identity(
        engine: "trustscreen 0.1.0",
        packs: ["sample@2026.11.0+sha256:ab12"],
        unicode: "16.0",
        icu: "72.1",
        calibration: nil
      )
    )
  }

  var document: ScreenedDocument { ScreenedDocument(path: path, text: text, report: report) }

  func render(_ format: ReportFormat, _ options: ReportOptions = ReportOptions(language: "en"))
    -> String
  {
    format.render([document], options: options)
  }
}

extension Finding {
  mutating func becomeStigma() {
    rule = Rule.ID(pack: "sample", name: "name.place")
    category = .stigmatisingLanguage
    kind = "naming"
    severity = .medium
    confidence = 0.9
    message = Localized(zh: "请用正式名称。", en: "Use the official name.")
    replacement = "COVID-19"
  }

  mutating func becomeClaim() {
    rule = Rule.ID(pack: "sample", name: "claim.hearsay")
    category = .unverifiedClaim
    kind = "rumour"
    severity = .low
    confidence = 0.6
    message = Localized(zh: "没有可查的来源。", en: "There is no source to check.")
  }
}

extension Draft {
  /// One of everything that a report can hold.
  static let everything: Draft = {
    var draft = Draft("😷姐妹们，大蒜能杀死新冠病毒！\r\n武汉肺炎又来了，速转。\n喝酒不能治新冠。", path: "草稿 1.txt")
      .flagging("大蒜能杀死新冠病毒") { finding in
        finding.suggestion = Localized(zh: "请删去。", en: "Leave it out.")
        finding.softenedBy = ["attributed"]
        finding.guidance = [
          Citation(
            id: "sample-guide",
            title: Localized(zh: "示例指引", en: "Sample guide"),
            publisher: "Sample Health",
            date: "2026",
            url: "https://guide.example/garlic?a=1&b=2",
            status: "current"
          )
        ]
      }
      .flagging("武汉肺炎") { $0.becomeStigma() }
      .flagging("又来了，速转") { $0.becomeClaim() }
      .suppressing("喝酒不能治新冠", by: "negated", cue: "不能")
      .partial("truncated", "only the first 64 bytes were screened")
    draft.findings[0].evidence = [
      Evidence(role: .find, span: draft.span("大蒜"), lexicon: "home-remedy"),
      Evidence(role: .context("attributed"), span: draft.span("姐妹们"), folds: ["separators"]),
    ]
    return draft
  }()
}
