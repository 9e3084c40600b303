package import TrustReport

/// How many posts a run has seen, and what became of them.
///
/// A post that cannot be read is seen and failed; so is a file or a member that cannot be opened, as
/// there is no telling how many posts it holds. Then `seen` is always `screened + partial + failed`.
package struct RunTotals: Sendable, Hashable {
  /// Posts that were screened whole.
  package var screened = 0
  /// Posts of which only a part was screened.
  package var partial = 0
  /// What was not screened at all.
  package var failed = 0
  /// Posts with a finding that counts and was not accepted before.
  package var flagged = 0
  /// Findings of all posts.
  package var findings = 0
  /// Of these, the findings that the baseline accepts.
  package var accepted = 0

  /// Nothing yet.
  package init() {}

  /// All that was seen.
  package var seen: Int { screened + partial + failed }

  package static func += (total: inout RunTotals, more: RunTotals) {
    total.screened += more.screened
    total.partial += more.partial
    total.failed += more.failed
    total.flagged += more.flagged
    total.findings += more.findings
    total.accepted += more.accepted
  }

  /// As it stands in the journal and in `summary.json`.
  package var json: JSON {
    [
      "seen": .integer(seen), "screened": .integer(screened), "partial": .integer(partial),
      "failed": .integer(failed), "flagged": .integer(flagged), "findings": .integer(findings),
      "accepted": .integer(accepted),
    ]
  }
}

extension RunTotals: Codable {}
