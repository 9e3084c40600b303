internal import TrustEngine
internal import TrustRules

/// Reviewdog Diagnostic Format: one `DiagnosticResult`, whose columns count UTF-8 bytes from 1.
struct ReviewdogFormat {
  var options: ReportOptions

  func render(_ documents: [ScreenedDocument]) -> String {
    let diagnostics = documents.flatMap { document in
      let lines = TextLines(document.utf8)
      return document.report.findings.map { diagnostic($0, path: document.path, lines: lines) }
        + document.report.completeness.notices.map { diagnostic($0, path: document.path) }
    }
    let result: JSON = [
      "source": ["name": "trustscreen"],
      "diagnostics": .array(diagnostics),
    ]
    return result.text(.pretty) + "\n"
  }

  private func diagnostic(_ finding: Finding, path: String, lines: TextLines) -> JSON {
    let region = lines.region(of: finding.span)
    let range: JSON = ["start": Self.position(region.start), "end": Self.position(region.end)]
    let replacement = options.includesText ? finding.replacement : nil
    return [
      "message": .string(message(of: finding)),
      "location": ["path": .string(path), "range": range],
      "severity": .string(finding.severity.reviewdogName),
      "code": [
        "value": .string(finding.rule.description),
        "url": finding.guidance.lazy.compactMap(\.webAddress).first.map(JSON.string),
      ],
      "suggestions": replacement.map { [["range": range, "text": .string($0)]] },
    ]
  }

  private func diagnostic(_ notice: Notice, path: String) -> JSON {
    [
      "message": .string(Wording.notice(notice)[options.language]),
      "location": ["path": .string(path)],
      "severity": "WARNING",
      "code": ["value": .string(notice.code)],
    ]
  }

  private func message(of finding: Finding) -> String {
    let statement = Wording.statement(finding, includesText: options.includesText)
    guard options.includesText, let suggestion = finding.suggestion else {
      return statement[options.language]
    }
    return statement[options.language] + "\n"
      + TextWording.suggestion[options.language] + suggestion[options.language]
  }

  private static func position(_ place: TextLines.Place) -> JSON {
    ["line": .integer(place.line), "column": .integer(place.byteColumn)]
  }
}

extension Severity {
  fileprivate var reviewdogName: String {
    switch self {
    case .info, .low: "INFO"
    case .medium: "WARNING"
    case .high, .critical: "ERROR"
    }
  }
}
