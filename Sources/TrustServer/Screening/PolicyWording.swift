internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// Tells in words why a policy acts.
struct PolicyWording {
  var policy: Policy
  /// `zh` or a variant of it, else English.
  var language: String

  /// A reason with its clause in words.
  func json(_ reason: Policy.Reason) -> JSON {
    [
      "clause": .string(reason.clause),
      "text": .string(text(reason)),
      "findings": .list(reason.findings, JSON.integer),
      "notice": reason.notice.map { ["code": .string($0.code), "detail": .string($0.detail)] },
    ]
  }

  /// The reason for what could not be screened.
  var onError: JSON {
    [
      "clause": "on-error",
      "text": .string(say("无法筛查，请人工处理", "it could not be screened; a person should look")),
      "findings": [],
    ]
  }

  private func text(_ reason: Policy.Reason) -> String {
    if let notice = reason.notice {
      return say("未能完整筛查：\(notice.code)", "not screened whole: \(notice.detail)")
    }
    return clause(named: reason.clause).map(words) ?? reason.clause
  }

  /// The clause that `review[0]` names.
  private func clause(named name: String) -> Policy.Clause? {
    let parts = name.split { $0 == "[" || $0 == "]" }
    guard parts.count == 2, let index = Int(parts[1]) else { return nil }
    let clauses = parts[0] == "block" ? policy.block : policy.review
    return clauses.indices.contains(index) ? clauses[index] : nil
  }

  /// A clause, as “false-remedy at least 0.5”.
  func words(_ clause: Policy.Clause) -> String {
    var subject = clause.rule ?? clause.category?.name ?? say("任何类别", "any category")
    if let severity = clause.severity {
      subject += say("，严重程度至少 \(severity.name)", ", severity at least \(severity.name)")
    }
    if !clause.suppressedBy.isEmpty {
      let names = clause.suppressedBy.joined(separator: ", ")
      return subject
        + say(
          "，被语境排除（\(names)）至少 \(clause.findings) 处",
          ", explained away (\(names)) at least \(clause.findings) times"
        )
    }
    if clause.atLeast > 0 {
      subject += say("，把握至少 \(clause.atLeast)", " at least \(clause.atLeast)")
    }
    if let calibrated = clause.calibratedAtLeast {
      subject += say("，校准概率至少 \(calibrated)", ", calibrated at least \(calibrated)")
    }
    if clause.findings > 1 {
      subject += say("，至少 \(clause.findings) 处", ", \(clause.findings) findings or more")
    }
    return subject
  }

  private func say(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en)[language] }
}
