internal import TrustEngine
internal import TrustInput
internal import TrustReport
internal import TrustRules
internal import TrustText

/// A finding of an archive, as `findings.csv` and the database have it.
struct FindingRow {
  let post: ArchivePost
  let finding: Finding
  let isAccepted: Bool
  let settings: RunSettings

  static let header = CSVRow.text([
    "file", "line", "offset", "post", "platform", "account", "account_name", "verified", "agency",
    "location", "time", "post_url", "field", "start", "end", "category", "kind", "severity",
    "status",
    "confidence", "counts", "accepted", "rule", "words", "message", "suggestion", "replacement",
    "softened_by", "guidance", "guidance_url", "fingerprint",
  ])

  /// A row; `start` and `end` count Unicode scalars of the field's decoded text.
  var csv: String {
    let facts = post.post.facts
    let place = post.post.place
    func words(_ text: String?) -> String { settings.includesText ? text ?? "" : "" }
    return CSVRow.text([
      place.file, String(place.line), String(place.offset), post.post.id ?? "",
      facts.platform ?? "", facts.account ?? "", facts.accountName ?? "",
      facts.isVerified.map { $0 ? "yes" : "no" } ?? "", facts.agency ?? "", facts.location ?? "",
      facts.time ?? "", facts.url ?? "", finding.field,
      String(finding.span.scalars.lowerBound), String(finding.span.scalars.upperBound),
      finding.category.name, finding.kind, finding.severity.name, finding.status.rawValue,
      JSON.decimal(finding.confidence) ?? "", counts ? "yes" : "no", isAccepted ? "yes" : "no",
      finding.rule.description,
      words(post.words(finding.span.utf8, in: finding.field)),
      words(finding.message[settings.language]), words(finding.suggestion?[settings.language]),
      words(finding.replacement), finding.softenedBy.joined(separator: " "),
      finding.guidance.map(\.id).joined(separator: " "),
      finding.guidance.compactMap(\.url).joined(separator: " "), finding.fingerprint,
    ])
  }

  /// Whether it makes its post count as flagged.
  var counts: Bool { finding.isFlag() && !isAccepted }

  /// The members of the database's line about a finding, in the order in which it asks for them.
  enum Member: String, CaseIterable {
    case post, rule, category, kind, severity, status, confidence, counts, accepted, field, start
    case end, words, fingerprint, detail
  }

  /// A line for the database; `detail` is the finding as a report has it, with its words.
  func json(_ key: PostKey) -> JSON {
    let includesText = settings.includesText
    let evidence = finding.evidence.map { post.words($0.span.utf8, in: finding.field) }
    var detail = finding.jsonValue(includesText: includesText)
    if includesText { detail = detail.followed(by: ["evidenceWords": .strings(evidence)]) }
    return [
      "post": .string(key.text), "rule": .string(finding.rule.description),
      "category": .string(finding.category.name), "kind": .string(finding.kind),
      "severity": .integer(finding.severity.rawValue), "status": .string(finding.status.rawValue),
      "confidence": .number(finding.confidence), "counts": .integer(counts ? 1 : 0),
      "accepted": .integer(isAccepted ? 1 : 0), "field": .string(finding.field),
      "start": .integer(finding.span.scalars.lowerBound),
      "end": .integer(finding.span.scalars.upperBound),
      "words": includesText
        ? .string(post.words(finding.span.utf8, in: finding.field)) : nil,
      "fingerprint": .string(finding.fingerprint), "detail": .string(detail.text(.compact)),
    ]
  }
}
