internal import TrustEngine
internal import TrustRules
internal import TrustText

/// One row a finding, by RFC 4180, for spreadsheets.
struct CSVFormat {
  var options: ReportOptions

  private static let header = [
    "path", "line", "column", "start", "end", "category", "kind", "severity", "status",
    "confidence", "rule", "text", "message", "suggestion", "replacement", "softened_by", "guidance",
    "url", "fingerprint",
  ]

  func render(_ documents: [ScreenedDocument]) -> String {
    var text = CSVRow.text(Self.header)
    for document in documents {
      let lines = TextLines(document.utf8)
      for finding in document.report.findings {
        text += CSVRow.text(fields(of: finding, path: document.path, lines: lines))
      }
    }
    return text
  }

  private func fields(of finding: Finding, path: String, lines: TextLines) -> [String] {
    let start = lines.region(of: finding.span).start
    func words(_ text: String?) -> String { options.includesText ? text ?? "" : "" }
    return [
      path, String(start.line), String(start.column),
      String(finding.span.scalars.lowerBound), String(finding.span.scalars.upperBound),
      finding.category.name, finding.kind, finding.severity.name, finding.status.rawValue,
      JSON.decimal(finding.confidence) ?? "", finding.rule.description,
      words(lines.words(of: finding.span)), words(finding.message[options.language]),
      words(finding.suggestion?[options.language]), words(finding.replacement),
      finding.softenedBy.joined(separator: " "), finding.guidance.map(\.id).joined(separator: " "),
      finding.guidance.compactMap(\.url).joined(separator: " "), finding.fingerprint,
    ]
  }
}
