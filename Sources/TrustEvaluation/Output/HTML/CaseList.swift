internal import TrustReport
internal import TrustRules

/// A list of misses or false alarms.
struct CaseList {
  let evaluation: Evaluation
  let limit: Int
  let includesText: Bool

  func html(_ cases: [Evaluation.Case], withheld: Int) -> String {
    let cards = cases.prefix(limit).map { found in
      CaseCard(found: found, threshold: evaluation.options.threshold, includesText: includesText)
        .html
    }
    var facts = [EvaluationWording.count(cards.count, of: cases.count)]
    if evaluation.options.halves { facts.append(EvaluationWording.withheld(withheld)) }
    return """
      <p class="note">\(facts.map(HTMLText.both).joined(separator: " · "))</p>
      \(cards.isEmpty || !includesText ? "" : Self.key)
      <div class="cases">
      \(cards.joined(separator: "\n"))
      </div>
      """
  }

  /// What the marks in posts mean.
  private static let key: String = {
    let marks: [(String, Localized)] = [
      ("label", EvaluationWording.labelKey), ("right", EvaluationWording.rightKey),
      ("wrong", EvaluationWording.wrongKey), ("idle", EvaluationWording.idleKey),
      ("excused", EvaluationWording.excusedKey), ("cue", EvaluationWording.cueKey),
    ]
    let items = marks.map { css, words in
      "<li><mark class=\"\(css)\">\(HTMLText.both(words))</mark></li>"
    }
    return "<ul class=\"key\" role=\"list\">\(items.joined())</ul>"
  }()
}
