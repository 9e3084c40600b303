package import TrustRules
internal import TrustText

extension Report {
  /// A report as far as a policy reads it, from one that was stored.
  package init(
    storedID id: String?,
    findings: [Finding],
    suppressed: [Suppressed],
    categories: [Category: CategoryScore],
    notices: [Notice]
  ) {
    self.init(
      id: id,
      findings: findings,
      suppressed: suppressed,
      categories: categories,
      completeness: notices.isEmpty ? .complete : .partial(notices),
      identity: Identity(engine: "", packs: [], unicode: "", icu: "")
    )
  }
}

extension Finding {
  /// A finding as far as a policy reads it, without words and places.
  package init(
    storedRule rule: Rule.ID,
    category: Category,
    kind: String,
    severity: Severity,
    status: Rule.Status,
    confidence: Double
  ) {
    self.init(
      rule: rule,
      category: category,
      kind: kind,
      severity: severity,
      status: status,
      confidence: confidence,
      span: TextSpan(utf8: 0..<0, utf16: 0..<0, scalars: 0..<0),
      field: "",
      evidence: [],
      softenedBy: [],
      message: Localized(zh: "", en: ""),
      guidance: [],
      fingerprint: ""
    )
  }
}

extension Suppressed {
  /// What a context explained away, as far as a policy reads it.
  package init(stored finding: Finding, by context: String) {
    self.init(finding: finding, by: context)
  }
}

extension CategoryScore {
  /// A score that was stored.
  package init(stored score: Double, calibrated: Double?, baseRate: Double?, findings: [Int]) {
    self.init(score: score, calibrated: calibrated, baseRate: baseRate, findings: findings)
  }
}
