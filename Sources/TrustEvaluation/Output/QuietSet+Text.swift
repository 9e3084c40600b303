internal import TrustRules

extension QuietSet {
  /// The text form, which ends in a line break.
  func section(_ form: TextForm) -> String {
    var text = "\(TerminalText.line(name, columns: 120)): \(posts) posts, \(flagged) flagged"
    if let rate = perTenThousand { text += ", \(Self.words(rate, " in 10,000"))" }
    if partial > 0 { text += "; \(partial) not screened whole" }
    text += "\n"
    if flagged > 0 { text += categoryTable.lines(indent: 2) }
    if !rules.isEmpty { text += ruleTable.lines(indent: 2) }
    guard form.cases > 0, !alarms.isEmpty else { return text }
    let listed = alarms.map { Evaluation.Case($0, threshold: threshold) }
    return text + Evaluation.Case.section("Flagged", listed, form, threshold: threshold)
  }

  private var categoryTable: TextTable {
    var table = TextTable([
      ("category", .left), ("posts", .right), ("in 10,000 (Jeffreys 95 %)", .left),
    ])
    for category in categories {
      table.add([category.category.name, String(category.posts), perMany(category.posts)])
    }
    return table
  }

  private var ruleTable: TextTable {
    var table = TextTable([
      ("rule", .left), ("status", .left), ("posts", .right), ("hits", .right),
      ("in 10,000 (Jeffreys 95 %)", .left),
    ])
    for rule in rules {
      table.add([
        rule.rule.description, rule.status.rawValue, String(rule.posts), String(rule.hits),
        perMany(rule.posts),
      ])
    }
    return table
  }

  private func perMany(_ count: Int) -> String {
    perTenThousand(count).map { Self.words($0) } ?? "–"
  }

  /// As `12.0 [3.1, 40.2]`, with a unit behind the number.
  private static func words(_ rate: Estimate, _ unit: String = "") -> String {
    let number = Estimate.fixed(rate.value, decimals: 1) + unit
    guard let interval = rate.interval else { return number }
    let low = Estimate.fixed(interval.lowerBound, decimals: 1)
    let high = Estimate.fixed(interval.upperBound, decimals: 1)
    return "\(number) [\(low), \(high)]"
  }
}
