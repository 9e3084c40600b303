internal import Foundation
internal import TrustEngine
internal import TrustRules

/// A line of `reports.jsonl` as far as policies read it.
struct StoredReport: Decodable {
  struct StoredFinding: Decodable {
    var rule: String
    var category: String
    var kind: String
    var severity: String
    var status: String
    var confidence: Double
    var fingerprint: String
    var by: String?
  }

  struct Score: Decodable {
    var score: Double
    var calibrated: Double?
    var baseRate: Double?
    var findings: [Int]
  }

  struct Completeness: Decodable {
    struct StoredNotice: Decodable {
      var code: String
      var detail: String
    }
    var notices: [StoredNotice]
  }

  struct Place: Decodable {
    var file: String
    var line: Int
  }

  var schema: String
  var id: String?
  var findings: [StoredFinding]
  var suppressed: [StoredFinding]
  var categories: [String: Score]
  var completeness: Completeness
  var place: Place?
  /// Findings that a baseline accepts, by their index.
  var accepted: [Int]?

  /// What a person knows the post by.
  func name(line: Int) -> String {
    id ?? place.map { "\($0.file):\($0.line)" } ?? "line \(line)"
  }

  /// What a policy judges: findings that were accepted are left out.
  var report: Report {
    let accepted = Set(accepted ?? [])
    let kept = findings.indices.filter { !accepted.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let scores = categories.map { name, score in
      (
        Category(name: name),
        CategoryScore(
          stored: score.score,
          calibrated: score.calibrated,
          baseRate: score.baseRate,
          findings: score.findings.compactMap { places[$0] }
        )
      )
    }
    return Report(
      storedID: id,
      findings: kept.map { findings[$0].finding },
      suppressed: suppressed.map { Suppressed(stored: $0.finding, by: $0.by ?? "") },
      categories: Dictionary(scores) { first, _ in first },
      notices: completeness.notices.map { Notice(code: $0.code, detail: $0.detail) }
    )
  }
}

extension StoredReport.StoredFinding {
  /// The finding without words and places.
  var finding: Finding {
    Finding(
      storedRule: Rule.ID(rule) ?? Rule.ID(pack: "", name: rule),
      category: Category(name: category),
      kind: kind,
      severity: Severity(name: severity) ?? .medium,
      status: Rule.Status(rawValue: status) ?? .stable,
      confidence: confidence
    )
  }
}
