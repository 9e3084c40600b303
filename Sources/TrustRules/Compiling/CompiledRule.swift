package import TrustText

/// A rule as the engine runs it: numbers at hand, words when they are asked for.
package struct CompiledRule: Sendable {
  package var id: Rule.ID
  /// How often a finding is right: the author's guess, or what a calibration made of it.
  package var confidence: Double
  package var patterns: [CompiledPattern]
  package var company: ElementID?
  package var companyUnit: Unit
  package var conditions: [CompiledCondition]
  /// Contexts that soften, with the name the rule gives.
  package var soften: [ContextUse]
  package var refusesSeparators: Bool
  /// What it says.
  let text: RuleText

  /// The rule.
  ///
  /// One that was read back has its patterns as text only, and no conditions and examples.
  package var rule: Rule {
    var rule = text.content.rule
    rule.confidence = confidence
    return rule
  }

  // PERF: one by one, as a whole rule is hundreds of bytes with a reference in most of them.
  package var category: Category { text.content.rule.category }
  package var kind: String { text.content.rule.kind }
  package var severity: Severity { text.content.rule.severity }
  package var status: Rule.Status { text.content.rule.status }

  /// The sources that it rests on.
  package var citations: [Citation] { text.content.citations }

  /// What to write in the place of what a pattern finds.
  package func replacement(of pattern: Int) -> String? { written(pattern)?.replacement }

  /// A pattern as its author wrote it.
  package func source(of pattern: Int) -> String { written(pattern)?.pattern.source ?? "" }

  /// A file that was made to do harm may have more patterns than words for them.
  private func written(_ pattern: Int) -> FindPattern? {
    let patterns = text.content.rule.patterns
    return patterns.indices.contains(pattern) ? patterns[pattern] : nil
  }
}

package struct CompiledPattern: Sendable {
  package var element: ElementID
}
