internal import TrustEngine
internal import TrustRules
internal import TrustText

extension Evaluation.Case {
  /// A list of cases under a title; ends in a line break.
  static func section(_ title: String, _ cases: [Self], limit: Int, threshold: Double) -> String {
    guard !cases.isEmpty else { return "\(title): none\n" }
    var text = "\(title) (\(cases.count)):\n"
    for found in cases.prefix(limit) { text += found.lines(threshold: threshold) }
    if cases.count > limit { text += "  … and \(cases.count - limit) more\n" }
    return text
  }

  private func lines(threshold: Double) -> String {
    let post = screened.post
    let said = [
      post.language, post.verdict?.rawValue ?? "unlabelled", post.stance?.rawValue,
      isFlagged ? "flagged" : "not flagged",
    ]
    var text = "  \(post.id) (\(said.compactMap(\.self).joined(separator: ", ")))\n"
    text += "    \(TerminalText.line(post.text, columns: 160))\n"
    for label in post.labels {
      text += missed.contains(label) ? "    missed      " : "    labelled    "
      text += "\(label.category.name)/\(label.kind) \(quote(label.scalars))\n"
    }
    for finding in screened.report.findings {
      let marks = [
        finding.isFlag(atLeast: threshold) ? nil : "not counted",
        post.verdict == nil ? nil : screened.isRight(finding) ? "right" : "wrong",
      ]
      text += "    finding     \(describe(finding)) "
      text += "(\(marks.compactMap(\.self).joined(separator: ", ")))\n"
    }
    for suppressed in screened.report.suppressed {
      text += "    suppressed  \(describe(suppressed.finding)) by \(suppressed.by)"
      if let cue = suppressed.cue { text += " \(quote(cue.scalars))" }
      text += "\n"
    }
    return text
  }

  private func describe(_ finding: Finding) -> String {
    let confidence = Estimate.fixed(finding.confidence, decimals: 2)
    return "\(finding.rule) \(confidence) \(quote(finding.span.scalars))"
  }

  private func quote(_ scalars: Range<Int>) -> String {
    "“\(TerminalText.line(screened.post.excerpt(scalars), columns: 80))”"
  }
}
