internal import TrustEngine
internal import TrustRules

extension Evaluation {
  /// The parts of the text form; each ends in a line break.
  func sections(cases: Int) -> [String] {
    // With one language its numbers are those of all.
    [heading] + (groups.count == 2 ? groups.dropFirst() : groups[...]).map(\.section)
      + [
        ruleSection,
        Case.section("Misses", misses, limit: cases, threshold: options.threshold),
        Case.section("False alarms", falseAlarms, limit: cases, threshold: options.threshold),
      ]
  }

  private var heading: String {
    var text = "Flagged: at least one counted finding of \(options.threshold) or more.\n"
    if options.resamples > 0 {
      text += "[…]: 95 % interval over posts, \(options.resamples) resamples, "
      text += "seed \(options.seed).\n"
    }
    return text
  }

  private var ruleSection: String {
    guard !rules.isEmpty else { return "Rules: none found anything\n" }
    var table = TextTable([
      ("rule", .left), ("status", .left), ("hits", .right), ("right", .right),
      ("precision (Jeffreys 95 %)", .left), ("below", .right), ("right", .right),
      ("unique", .right), ("right", .right),
    ])
    for rule in rules {
      table.add([
        rule.rule.description, rule.status.rawValue, String(rule.hits), String(rule.right),
        rule.precision.text, String(rule.hitsBelow), String(rule.rightBelow),
        String(rule.unique), String(rule.uniqueRight),
      ])
    }
    return "Rules (\(rules.count)):\n" + table.lines(indent: 2)
  }
}

extension Evaluation.Group {
  /// The text form, which ends in a line break.
  var section: String {
    var text = "\(language ?? "All languages"): \(judged) posts judged "
    text += "(\(verdicts[.flag, default: 0]) flag, \(verdicts[.pass, default: 0]) pass)"
    let left: [(Int, String)] = [
      (verdicts[.uncheckable, default: 0], "uncheckable left out"),
      (unlabelled, "unlabelled left out"), (partial, "not screened whole"),
    ]
    for (count, what) in left where count > 0 { text += "; \(count) \(what)" }
    text += "\n" + measures.lines(indent: 2)
    if !stances.isEmpty { text += "  False alarms by stance:\n" + stanceTable.lines(indent: 4) }
    if !kinds.isEmpty { text += "  Found by kind:\n" + kindTable.lines(indent: 4) }
    return text
  }

  private var measures: TextTable {
    var table = TextTable([
      ("category", .left), ("", .left), ("TP", .right), ("FP", .right), ("FN", .right),
      ("precision", .left), ("recall", .left), ("F1", .left),
    ])
    for row in rows {
      let name = row.category?.name ?? "any"
      for (name, what, measure) in [(name, "posts", row.posts), ("", "spans", row.spans)] {
        table.add([
          name, what, String(measure.counts.truePositives), String(measure.counts.falsePositives),
          String(measure.counts.falseNegatives), measure.precision.text, measure.recall.text,
          measure.f1.text,
        ])
      }
    }
    return table
  }

  private var stanceTable: TextTable {
    var table = TextTable([
      ("stance", .left), ("passes", .right), ("flagged", .right), ("rate", .right),
    ])
    for row in stances {
      table.add([
        row.stance?.rawValue ?? "not stated", String(row.passes), String(row.flagged),
        Estimate.fixed(row.rate, decimals: 3),
      ])
    }
    return table
  }

  private var kindTable: TextTable {
    var table = TextTable([
      ("category", .left), ("kind", .left), ("labelled", .right), ("found", .right),
      ("recall", .right),
    ])
    for row in kinds {
      table.add([
        row.category.name, row.kind, String(row.labelled), String(row.found),
        Estimate.fixed(row.recall, decimals: 3),
      ])
    }
    return table
  }
}
