package import TrustRules

/// Checks a pack for what a reader of YAML cannot see: rules without proof, and words that do
/// nothing.
package struct Linter {
  /// One check; the issues it finds are errors or warnings.
  typealias Lint = (Pack) -> [PackError.Issue]

  /// Today, as `2026-11-21`, for rules that are due for review.
  private let today: String

  /// Makes a linter for a day, written `2026-11-21`.
  package init(today: String) {
    self.today = today
  }

  /// What is wrong with a pack that could be read, in the order of its files.
  ///
  /// With `provesClauses`, also tries whether each clause of each rule matters to some example,
  /// which takes a screening of every example for every clause.
  package func issues(of pack: Pack, provesClauses: Bool = true) -> [PackError.Issue] {
    var lints: [Lint] = [
      ExampleLints.missing, RuleLints.noSuggestion, RuleLints.loneCharacter, WordLints.languageGap,
      WordLints.shadowedEntry, ContextLints.farExempt, ContextLints.deadNotCue,
      RuleLints.selfBlocking,
    ]
    let today = today
    lints.append { RuleLints.overdueReview($0, today: today) }
    var issues = lints.flatMap { $0(pack) }
    do {
      let tester = try RuleTester(pack)
      issues += ExampleLints.failed(tester)
      issues += ExampleLints.vacuous(tester)
      if provesClauses { issues += ExampleLints.unproven(tester) }
    } catch {
      issues += error.issues
    }
    return PackError(issues).issues
  }
}
