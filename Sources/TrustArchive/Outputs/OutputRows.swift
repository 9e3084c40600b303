internal import TrustEngine
internal import TrustInput
internal import TrustReport
internal import TrustRules
internal import TrustText

/// Renders posts, findings and failures for each output.
struct OutputRows: Sendable {
  let settings: RunSettings
  let sarif: SARIFResults

  init(_ settings: RunSettings, rules: [Rule]) {
    self.settings = settings
    sarif = SARIFResults(
      rules: rules,
      language: settings.language,
      includesText: settings.includesText
    )
  }

  func appendReport(_ post: ArchivePost, to result: inout ScreenedBatch) {
    let report = post.report.jsonValue(includesText: settings.includesText)
    let facts = post.post.facts.json(includesText: settings.includesText)
    let line = report.followed(by: [
      "place": post.post.place.json,
      "facts": facts,
      "accepted": post.accepted.contains(true)
        ? .list(post.accepted.indices.filter { post.accepted[$0] }, JSON.integer) : nil,
    ])
    Self.append(line, to: &result[.reports])
  }

  /// The rows of a post that is kept: itself, its findings, and why it is partial.
  func appendRows(_ post: ArchivePost, to result: inout ScreenedBatch) {
    let includesText = settings.includesText
    let key = PostKey(post.post)
    PostRow.append(post, key, includesText: includesText, to: &result[.posts])
    for (number, finding) in post.report.findings.enumerated() {
      let row = FindingRow(
        post: post,
        finding: finding,
        isAccepted: post.accepted[number],
        settings: settings
      )
      result[.findings] += row.csv.utf8
      Self.append(row.json(key), to: &result[.matches])
      let location = SARIFResults.Location(
        file: post.post.place.file,
        line: post.post.place.line,
        post: post.post.id
      )
      sarif.append(finding, at: location, isAccepted: row.isAccepted, to: &result[.results])
    }
    for notice in post.report.completeness.notices {
      let row = FailureRow(
        place: post.post.place,
        outcome: .partial,
        reason: notice.code,
        detail: notice.detail
      )
      Self.append(row.json(includesText: includesText), to: &result[.failures])
    }
  }

  func append(_ failure: InputFailure, to result: inout ScreenedBatch) {
    let row = FailureRow(
      place: failure.place,
      outcome: .failed,
      reason: failure.reason.rawValue,
      detail: failure.detail
    )
    Self.append(row.json(includesText: settings.includesText), to: &result[.failures])
  }

  private static func append(_ value: JSON, to lines: inout [UInt8]) {
    value.write(.compact, to: &lines)
    lines.append(UInt8(ascii: "\n"))
  }
}
