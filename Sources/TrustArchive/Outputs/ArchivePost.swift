internal import TrustEngine
internal import TrustInput
internal import TrustRules

/// A post of an archive and what was found in it.
struct ArchivePost {
  let post: InputPost
  let report: Report
  /// For each finding, whether the baseline accepts it.
  let accepted: [Bool]

  var isPartial: Bool { report.completeness != .complete }

  /// Whether there is a finding that counts and that nobody has accepted.
  var isFlagged: Bool { zip(report.findings, accepted).contains { $0.isFlag() && !$1 } }

  /// The bytes of a field; none if it is not there.
  func text(of field: String) -> [UInt8] {
    post.fields.first { $0.name == field }?.text ?? []
  }

  /// The words of a finding.
  func words(_ span: Range<Int>, in field: String) -> String {
    let text = text(of: field)
    let range = span.clamped(to: 0..<text.count)
    return String(decoding: text[range], as: UTF8.self)
  }
}
