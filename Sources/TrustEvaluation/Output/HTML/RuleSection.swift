internal import TrustReport
internal import TrustRules

/// What each rule is worth.
struct RuleSection {
  let evaluation: Evaluation

  /// Rules that are wrong most often first.
  var html: String {
    var table = PageTable([
      (EvaluationWording.rule, .words), (EvaluationWording.precision, .estimate),
      (EvaluationWording.hits, .number), (EvaluationWording.right, .number),
      (EvaluationWording.unique, .number), (EvaluationWording.conflicts, .number),
      (EvaluationWording.shares, .words), (EvaluationWording.below, .number),
      (EvaluationWording.unjudged, .number), (EvaluationWording.status, .words),
    ])
    let worst = evaluation.rules.sorted {
      ($1.hits - $1.right, $0.rule) < ($0.hits - $0.right, $1.rule)
    }
    for rule in worst {
      let shared = rule.overlaps.first.map {
        "\(Self.name($0.rule)) <small>\($0.spans), \($0.posts)</small>"
      }
      table.add([
        Self.name(rule.rule), PageNumber.share(rule.precision), String(rule.hits),
        String(rule.right), Self.ratio(rule.uniqueRight, rule.unique), String(rule.conflicts),
        shared ?? "–", Self.ratio(rule.rightBelow, rule.hitsBelow), String(rule.unjudged),
        HTMLText.both(EvaluationWording.status(rule.status)),
      ])
    }
    return table.html + silent
  }

  /// A rule's id, whose pack may stand on a line of its own.
  static func name(_ rule: Rule.ID) -> String {
    let (pack, name) = (HTMLText.escaped(rule.pack), HTMLText.escaped(rule.name))
    return "<code class=\"rule\"><span>\(pack)/</span><wbr>\(name)</code>"
  }

  private var silent: String {
    guard !evaluation.silentRules.isEmpty else { return "" }
    let names = evaluation.silentRules.map(Self.name)
    return """
      <details><summary>\(HTMLText.both(EvaluationWording.silent(names.count)))</summary>
      <p class="names">\(names.joined(separator: " "))</p></details>
      """
  }

  /// How many of so many are right, or a dash.
  private static func ratio(_ right: Int, _ all: Int) -> String {
    guard all > 0 else { return "–" }
    return "\(all) <small>\(HTMLText.both(EvaluationWording.ofWhichRight(right)))</small>"
  }
}
