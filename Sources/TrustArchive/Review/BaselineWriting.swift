internal import Foundation
internal import TrustReport

extension Baseline {
  /// A baseline of the findings that count in reports, each fingerprint once, in their order.
  ///
  /// - Parameters:
  ///   - reports: JSON lines, as in `reports.jsonl`.
  ///   - file: What to call them in errors.
  ///   - reason: Why they are accepted.
  ///   - by: Who accepts them.
  ///   - until: The last day, as `2027-06-30`; `nil` for ever.
  /// - Returns: A line for each fingerprint.
  /// - Throws: an error that names a line that is no report.
  package static func text(
    of reports: [UInt8],
    file: String,
    reason: String,
    by: String,
    until: String?
  ) throws(ArchiveError) -> String {
    var text: [UInt8] = []
    var known: Set<String> = []
    let lines = reports.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let report = try? JSONDecoder().decode(StoredReport.self, from: Data(line)) else {
        throw ArchiveError(
          .badFile,
          "\(file):\(index + 1): the line is no report",
          hint: "name a reports.jsonl"
        )
      }
      for finding in report.findings where known.insert(finding.fingerprint).inserted {
        let entry: JSON = [
          "fingerprint": .string(finding.fingerprint), "reason": .string(reason),
          "by": .string(by), "until": until.map(JSON.string), "rule": .string(finding.rule),
        ]
        entry.write(.compact, to: &text)
        text.append(UInt8(ascii: "\n"))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
