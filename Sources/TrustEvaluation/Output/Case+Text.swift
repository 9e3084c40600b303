internal import TrustEngine
internal import TrustRules
internal import TrustText

extension Evaluation.Case {
  /// A list of cases under a title; ends in a line break.
  static func section(
    _ title: String,
    _ cases: [Self],
    _ form: TextForm,
    threshold: Double
  ) -> String {
    guard !cases.isEmpty else { return "\(title): none\n" }
    var text = "\(title) (\(cases.count)):\n"
    for found in cases.prefix(form.cases) { text += found.lines(form, threshold: threshold) }
    if cases.count > form.cases { text += "  … and \(cases.count - form.cases) more\n" }
    return text
  }

  private func lines(_ form: TextForm, threshold: Double) -> String {
    let post = screened.post
    let said = [
      post.language, post.verdict?.rawValue ?? "unlabelled", post.stance?.rawValue,
      isFlagged ? "flagged" : "not flagged",
    ]
    let title = "\(post.id) (\(said.compactMap(\.self).joined(separator: ", ")))"
    var text = "  \(TerminalText.line(title, columns: 160))\n"
    if form.includesText { text += "    \(TerminalText.line(post.text, columns: 160))\n" }
    for label in post.labels {
      text += missed.contains(label) ? "    missed      " : "    labelled    "
      text += "\(label.category.name)/\(label.kind) \(quote(label.scalars, form))\n"
    }
    for finding in screened.report.findings {
      let marks = [
        finding.isFlag(atLeast: threshold) ? nil : "not counted",
        post.verdict == nil ? nil : screened.isRight(finding) ? "right" : "wrong",
      ]
      text += "    finding     \(describe(finding, form)) "
      text += "(\(marks.compactMap(\.self).joined(separator: ", ")))\n"
    }
    for suppressed in screened.report.suppressed {
      text += "    suppressed  \(describe(suppressed.finding, form)) by \(suppressed.by)"
      if let cue = suppressed.cue { text += " \(quote(cue.scalars, form))" }
      text += "\n"
    }
    return text
  }

  private func describe(_ finding: Finding, _ form: TextForm) -> String {
    let confidence = Estimate.fixed(finding.confidence, decimals: 2)
    return "\(finding.rule) \(confidence) \(quote(finding.span.scalars, form))"
  }

  /// Words of the post, or only their place.
  private func quote(_ scalars: Range<Int>, _ form: TextForm) -> String {
    guard form.includesText else { return "[\(scalars.lowerBound), \(scalars.upperBound))" }
    return "“\(TerminalText.line(screened.post.excerpt(scalars), columns: 80))”"
  }
}
