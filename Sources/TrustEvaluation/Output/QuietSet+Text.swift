internal import TrustRules

extension QuietSet {
  /// The text form, which ends in a line break.
  func section(cases: Int) -> String {
    var text = "\(name): \(posts) posts, \(flagged) flagged"
    if let rate = perTenThousand, let interval = rate.interval {
      let low = Estimate.fixed(interval.lowerBound, decimals: 1)
      let high = Estimate.fixed(interval.upperBound, decimals: 1)
      text += ", \(Estimate.fixed(rate.value, decimals: 1)) in 10,000 [\(low), \(high)]"
    }
    if partial > 0 { text += "; \(partial) not screened whole" }
    text += "\n"
    if !rules.isEmpty { text += ruleTable.lines(indent: 2) }
    guard cases > 0, !alarms.isEmpty else { return text }
    let listed = alarms.map { Evaluation.Case($0, threshold: threshold) }
    return text + Evaluation.Case.section("Flagged", listed, limit: cases, threshold: threshold)
  }

  private var ruleTable: TextTable {
    var table = TextTable([
      ("rule", .left), ("status", .left), ("posts", .right), ("hits", .right),
      ("in 10,000", .right),
    ])
    for rule in rules {
      let rate = Double(rule.posts) / Double(posts) * 10_000
      table.add([
        rule.rule.description, rule.status.rawValue, String(rule.posts), String(rule.hits),
        Estimate.fixed(rate, decimals: 1),
      ])
    }
    return table
  }
}
