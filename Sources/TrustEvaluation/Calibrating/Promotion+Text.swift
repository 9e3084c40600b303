internal import TrustEngine
internal import TrustRules

extension Promotions {
  /// Tables for a terminal, with a line break at the end.
  ///
  /// Of rules that should stay what they are only those with labelled hits are listed, those with
  /// most of them first.
  public func text() -> String {
    let staying = proposals.filter { $0.proposed == $0.status }
    let shown = staying.filter { $0.evidence.hits > 0 }
      .sorted { ($1.evidence.hits, $0.rule) < ($0.evidence.hits, $1.rule) }
    return [
      Self.section("Promote", proposals.filter(\.isPromotion)),
      Self.section("Demote", proposals.filter(\.isDemotion)),
      Self.section("Leave, of rules with labelled hits", shown),
      "\(staying.count - shown.count) rules have no labelled hits; \(quietPosts) quiet posts.\n",
    ].joined(separator: "\n")
  }

  private static func section(_ title: String, _ proposals: [Proposal]) -> String {
    guard !proposals.isEmpty else { return "\(title): none\n" }
    var table = TextTable([
      ("rule", .left), ("status", .left), ("right", .right), ("of", .right),
      ("precision (Jeffreys 95 %)", .left), ("quiet in 10,000", .right), ("why", .left),
    ])
    for proposal in proposals {
      let change =
        proposal.proposed == proposal.status
        ? proposal.status.rawValue
        : "\(proposal.status.rawValue) → \(proposal.proposed.rawValue)"
      table.add([
        proposal.rule.description, change, String(proposal.evidence.right),
        String(proposal.evidence.hits), proposal.precision.text,
        proposal.quietHits.map { Estimate.fixed($0, decimals: 1) } ?? "–", proposal.reason,
      ])
    }
    return "\(title) (\(proposals.count)):\n" + table.lines(indent: 2)
  }
}
