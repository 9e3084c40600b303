package import TrustRules
internal import TrustText

extension Finding {
  /// Makes a finding of what policies look at, as it is read from a report that was kept: it has no
  /// place and no words.
  package init(
    readAgain rule: Rule.ID,
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
  /// Makes what was explained away, as it is read from a report that was kept.
  package init(readAgain finding: Finding, by context: String) {
    self.init(finding: finding, by: context, cue: nil)
  }
}
