internal import TrustEngine
internal import TrustRules

extension Evaluation {
  /// The parts of the text form; each ends in a line break.
  func sections(_ form: TextForm) -> [String] {
    // With one language its numbers are those of all.
    var sections =
      [heading]
      + (groups.count == 2 ? groups.dropFirst() : groups[...])
      .map { $0.section(form) }
    if !sources.isEmpty { sections.append("By source:\n" + Self.table(of: sources)) }
    if !halves.isEmpty { sections.append("By half of the set:\n" + Self.table(of: halves)) }
    sections += [ruleSection(form), silentSection(form)]
    if !missCounts.isEmpty { sections.append("Labels were missed because:\n" + missTable) }
    return sections + [
      Case.section("Misses", misses, form, threshold: options.threshold)
        + note(ofWithheld: withheldMisses),
      Case.section("False alarms", falseAlarms, form, threshold: options.threshold)
        + note(ofWithheld: withheldFalseAlarms),
    ]
  }

  private func note(ofWithheld count: Int) -> String {
    count == 0 ? "" : "  \(count) more in the measuring half, which stays unread\n"
  }

  private var heading: String {
    var text = "Flagged: at least one counted finding of \(options.threshold) or more.\n"
    if options.resamples > 0 {
      text += "[…]: 95 % interval over posts, \(options.resamples) resamples, "
      text += "seed \(options.seed).\n"
    }
    return text
  }

  private func ruleSection(_ form: TextForm) -> String {
    guard !rules.isEmpty else { return "Rules: none found anything\n" }
    var table = TextTable(
      [
        ("rule", .left), ("status", .left), ("hits", .right), ("right", .right),
        ("precision (Jeffreys 95 %)", .left), ("below", .right), ("right", .right),
        ("unique", .right), ("right", .right), ("unjudged", .right), ("conflicts", .right),
      ] + (form.isVerbose ? [("shares hits (posts) with", .left)] : [])
    )
    for rule in rules {
      let shared = rule.overlaps.prefix(3).map { "\($0.rule) \($0.spans) (\($0.posts))" }
      table.add(
        [
          rule.rule.description, rule.status.rawValue, String(rule.hits), String(rule.right),
          rule.precision.text, String(rule.hitsBelow), String(rule.rightBelow),
          String(rule.unique), String(rule.uniqueRight), String(rule.unjudged),
          String(rule.conflicts),
        ] + (form.isVerbose ? [shared.joined(separator: ", ")] : [])
      )
    }
    return "Rules (\(rules.count)):\n" + table.lines(indent: 2)
  }

  private func silentSection(_ form: TextForm) -> String {
    let title = "Rules that found nothing: \(silentRules.count)"
    guard form.isVerbose, !silentRules.isEmpty else { return title + "\n" }
    return title + "\n" + silentRules.map { "  \($0)\n" }.joined()
  }

  private var missTable: String {
    var table = TextTable([("", .left), ("labels", .right)])
    for count in missCounts { table.add([count.reason.words, String(count.labels)]) }
    return table.lines(indent: 2)
  }

  /// Groups side by side, in any category.
  private static func table(of groups: [Group]) -> String {
    var table = TextTable([
      ("", .left), ("posts", .right), ("flag", .right), ("TP", .right), ("FP", .right),
      ("FN", .right), ("precision", .left), ("recall", .left), ("F1", .left),
    ])
    for group in groups {
      guard let posts = group.row()?.posts else { continue }
      table.add([
        group.scope.words, String(group.judged), String(group.verdicts[.flag, default: 0]),
        String(posts.counts.truePositives), String(posts.counts.falsePositives),
        String(posts.counts.falseNegatives), posts.precision.text, posts.recall.text, posts.f1.text,
      ])
    }
    return table.lines(indent: 2)
  }
}

extension Evaluation.MissReason {
  /// The reason as half a sentence.
  fileprivate var words: String {
    switch self {
    case .suppressed: "a context explained the match away"
    case .weak: "the finding is below the threshold"
    case .experimental: "the rule is experimental"
    case .otherCategory: "the words were found in another category"
    case .unmatched: "no rule matched"
    }
  }
}

extension Evaluation.Scope {
  /// The scope in a word or two.
  fileprivate var words: String {
    let parts = [half?.rawValue, source, language].compactMap(\.self)
    return TerminalText.line(parts.isEmpty ? "all" : parts.joined(separator: ", "), columns: 60)
  }
}

extension Evaluation.Group {
  /// The text form, which ends in a line break.
  func section(_ form: TextForm) -> String {
    let name = language.map { TerminalText.line($0, columns: 60) } ?? "All languages"
    var text = "\(name): \(judged) posts judged "
    text += "(\(verdicts[.flag, default: 0]) flag, \(verdicts[.pass, default: 0]) pass)"
    let left: [(Int, String)] = [
      (verdicts[.uncheckable, default: 0], "uncheckable left out"),
      (unlabelled, "unlabelled left out"), (partial, "not screened whole"),
    ]
    for (count, what) in left where count > 0 { text += "; \(count) \(what)" }
    text += "\n" + measures.lines(indent: 2)
    if !stances.isEmpty { text += "  False alarms by stance:\n" + stanceTable.lines(indent: 4) }
    if !kinds.isEmpty { text += "  Found by kind:\n" + kindTable.lines(indent: 4) }
    return text + scoreSection(form)
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
