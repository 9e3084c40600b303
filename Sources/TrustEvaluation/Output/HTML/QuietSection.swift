internal import TrustReport
internal import TrustRules

/// How often one quiet set is flagged, by category and rule, and which posts.
struct QuietSection {
  let set: QuietSet
  let limit: Int
  let includesText: Bool

  var html: String {
    let facts = Localized(
      zh: "\(set.posts) 帖，\(set.flagged) 帖被标出",
      en: "\(set.posts) posts, \(set.flagged) flagged"
    )
    return """
      <section class="quiet"><h3>\(HTMLText.escaped(set.name))</h3>
      <p>\(HTMLText.both(facts)) · \(HTMLText.both(EvaluationWording.perMany)) \
      \(PageNumber.perTenThousand(set.perTenThousand))</p>
      <div class="pair"><div>\(categories)</div><div>\(rules)</div></div>
      \(alarms)
      </section>
      """
  }

  private var categories: String {
    var table = PageTable([
      (EvaluationWording.category, .words), (EvaluationWording.posts, .number),
      (EvaluationWording.perMany, .estimate),
    ])
    for count in set.categories {
      table.add([
        HTMLText.both(Wording.category(count.category)), String(count.posts),
        PageNumber.perTenThousand(set.perTenThousand(count.posts)),
      ])
    }
    return table.html
  }

  private var rules: String {
    var table = PageTable([
      (EvaluationWording.rule, .words), (EvaluationWording.posts, .number),
      (EvaluationWording.hits, .number), (EvaluationWording.perMany, .estimate),
    ])
    for count in set.rules {
      let isIdle = count.status == .experimental
      let note = isIdle ? " <small>\(HTMLText.both(EvaluationWording.isExperimental))</small>" : ""
      table.add([
        "\(RuleSection.name(count.rule))\(note)", String(count.posts),
        String(count.hits), PageNumber.perTenThousand(set.perTenThousand(count.posts)),
      ])
    }
    return table.html
  }

  private var alarms: String {
    let cards = set.alarms.prefix(limit).map { alarm in
      let found = Evaluation.Case(alarm, threshold: set.threshold)
      return CaseCard(found: found, threshold: set.threshold, includesText: includesText).html
    }
    guard !cards.isEmpty else { return "" }
    let count = EvaluationWording.count(cards.count, of: set.alarms.count)
    return """
      <details><summary>\(HTMLText.both(count))</summary>
      <div class="cases">\(cards.joined(separator: "\n"))</div></details>
      """
  }
}
