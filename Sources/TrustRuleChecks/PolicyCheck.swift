package import TrustEngine
package import TrustRules

/// Looks for clauses of a policy that do not do what they seem to.
package struct PolicyCheck {
  private let rules: [Rule]
  private let isCalibrated: Bool
  private let file: String

  /// Checks policies against the rules they are for; `file` is how messages call the policy.
  package init(rules: [Rule], isCalibrated: Bool, file: String) {
    self.rules = rules
    self.isCalibrated = isCalibrated
    self.file = file
  }

  /// What is doubtful in a policy, clause by clause; all of it warnings.
  ///
  /// - Complexity: O(clauses × (clauses + rules)).
  package func issues(of policy: Policy) -> [PackError.Issue] {
    let lists = [("block", policy.block), ("review", policy.review)]
    var issues: [PackError.Issue] = []
    for (list, clauses) in lists {
      for (index, clause) in clauses.enumerated() {
        let name = "\(list)[\(index)]"
        if let reason = reasonItNeverHolds(clause, in: policy) {
          issues.append(issue("never-holds", "\(name) can never hold: \(reason)"))
        }
        if let calibrated = clause.calibratedAtLeast, !isCalibrated {
          issues.append(
            issue(
              "not-calibrated",
              "\(name) asks for review wherever it might hold: there is no calibration, and it needs "
                + "a calibrated score of \(calibrated)"
            )
          )
        }
        if list == "block", clause.calibratedAtLeast == nil, clause.suppressedBy.isEmpty {
          issues.append(
            issue(
              "blocks-uncalibrated",
              "\(name) blocks by how sure the rules' authors are, which no labelled posts bear out",
              hint: "add “calibrated-at-least”, or let a person look: “review”"
            )
          )
        }
        if let other = clauses[..<index].firstIndex(where: { $0.covers(clause) }) {
          issues.append(
            issue("overlap", "\(name) says nothing that \(list)[\(other)] does not say")
          )
        }
      }
    }
    return issues
  }

  private func reasonItNeverHolds(_ clause: Policy.Clause, in policy: Policy) -> String? {
    var left = rules
    func drop(_ isLeft: (Rule) -> Bool) -> Bool {
      left = left.filter(isLeft)
      return left.isEmpty
    }
    if let category = clause.category, drop({ $0.category == category }) {
      return "no rule is of the category “\(category.name)”"
    }
    if let rule = clause.rule, drop({ $0.id.name == rule || $0.id.description == rule }) {
      return "there is no such rule as “\(rule)”"
    }
    if let severity = clause.severity, drop({ $0.severity >= severity }) {
      return "no rule that it means is as severe as “\(severity.name)”"
    }
    // What was explained away counts whatever its rule's standing.
    guard clause.suppressedBy.isEmpty else { return nil }
    if drop({ policy.counts.contains($0.status) }) { return "no rule that it means is counted" }
    if drop({
      !policy.ignoredRules.contains($0.id.name) && !policy.ignoredRules.contains("\($0.id)")
    }) {
      return "every rule that it means is ignored"
    }
    if drop({ $0.confidence >= max(clause.atLeast, policy.thresholds[$0.category] ?? 0) }) {
      return "no rule that it means is ever as sure as it asks for"
    }
    return nil
  }

  private func issue(_ code: String, _ message: String, hint: String? = nil) -> PackError.Issue {
    PackError.Issue(
      code,
      at: Mark(file: file, line: 0, column: 0),
      message,
      hint: hint,
      isWarning: true
    )
  }
}

extension Policy.Clause {
  /// Whether this holds wherever another does.
  fileprivate func covers(_ other: Policy.Clause) -> Bool {
    (category == nil || category == other.category)
      && (rule == nil || rule == other.rule)
      && (severity.map { own in other.severity.map { own <= $0 } ?? false } ?? true)
      && atLeast <= other.atLeast && findings <= other.findings
      && (calibratedAtLeast.map { own in other.calibratedAtLeast.map { own <= $0 } ?? false }
        ?? true)
      && Set(suppressedBy).isSuperset(of: other.suppressedBy)
      && suppressedBy.isEmpty == other.suppressedBy.isEmpty
  }
}
