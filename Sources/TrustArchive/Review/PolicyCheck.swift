package import TrustEngine
package import TrustRules

/// What in a policy can never act, or acts otherwise than it seems.
package struct PolicyCheck {
  /// What was noticed, in the order of the clauses.
  package private(set) var warnings: [String] = []

  /// Looks at a policy and the rules it would judge the findings of.
  package init(_ policy: Policy, rules: [Rule], isCalibrated: Bool) {
    let clauses =
      policy.block.enumerated().map { (name: "block[\($0)]", clause: $1) }
      + policy.review.enumerated().map { (name: "review[\($0)]", clause: $1) }
    for (index, (name, clause)) in clauses.enumerated() {
      note(name, Self.never(clause, rules, policy))
      if clause.calibratedAtLeast != nil, !isCalibrated {
        note(name, "reads calibrated scores, and there is no calibration: it will ask for review")
      }
      if name.hasPrefix("block"), clause.calibratedAtLeast == nil, clause.suppressedBy.isEmpty {
        note(name, "blocks by a score that is an author's guess; give it calibrated-at-least")
      }
      for (other, wider) in clauses[..<index] where Self.covers(wider, clause) {
        note(name, "holds only where \(other) does, which is no milder: it changes nothing")
        break
      }
    }
  }

  private mutating func note(_ clause: String, _ what: String?) {
    if let what { warnings.append("\(clause): \(what)") }
  }

  /// Why a clause can never hold; `nil` if it can.
  private static func never(_ clause: Policy.Clause, _ rules: [Rule], _ policy: Policy) -> String? {
    let named = rules.filter { rule in
      clause.rule.map { $0 == rule.id.name || $0 == rule.id.description } ?? true
    }
    guard !named.isEmpty else { return "can never hold: there is no rule “\(clause.rule ?? "")”" }
    let ofCategory = named.filter { rule in clause.category.map { $0 == rule.category } ?? true }
    guard !ofCategory.isEmpty else {
      return "can never hold: no such rule has the category “\(clause.category?.name ?? "")”"
    }
    let severe = ofCategory.filter { rule in clause.severity.map { rule.severity >= $0 } ?? true }
    guard !severe.isEmpty else {
      return "can never hold: no such rule is as bad as “\(clause.severity?.name ?? "")”"
    }
    guard clause.suppressedBy.isEmpty else { return nil }
    guard severe.contains(where: { policy.counts.contains($0.status) }) else {
      return "can never hold: no such rule has a status that counts"
    }
    guard severe.contains(where: { $0.confidence >= clause.atLeast }) else {
      return "can never hold: no such rule is as sure as \(clause.atLeast)"
    }
    return nil
  }

  /// Whether a clause holds wherever another does.
  private static func covers(_ wider: Policy.Clause, _ clause: Policy.Clause) -> Bool {
    guard wider.suppressedBy.isEmpty == clause.suppressedBy.isEmpty,
      Set(clause.suppressedBy).isSubset(of: wider.suppressedBy),
      wider.calibratedAtLeast == nil || wider.calibratedAtLeast == clause.calibratedAtLeast
    else { return false }
    return (wider.category == nil || wider.category == clause.category)
      && (wider.rule == nil || wider.rule == clause.rule)
      && (wider.severity.map { least in clause.severity.map { $0 >= least } ?? false } ?? true)
      && wider.atLeast <= clause.atLeast && wider.findings <= clause.findings
  }
}
