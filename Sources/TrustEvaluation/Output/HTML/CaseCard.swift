internal import TrustEngine
internal import TrustReport
internal import TrustRules
internal import TrustText

/// A post that was misjudged, with all that explains why.
struct CaseCard {
  let found: Evaluation.Case
  let threshold: Double
  let includesText: Bool

  private var post: LabelledPost { found.screened.post }
  private var report: Report { found.screened.report }

  var html: String {
    let labels = post.labels.enumerated().map { item($1, number: $0 + 1) }
    let findings = report.findings.enumerated().map { item($1, number: $0 + 1) }
    let excused = report.suppressed.enumerated().map { item($1, number: $0 + 1) }
    let marked = MarkedPost(found, threshold: threshold)
    let text = includesText ? "<div class=\"post\" dir=\"auto\">\(marked.html)</div>" : ""
    return """
      <article class="case">
      \(head)
      \(text)
      <ul class="why" role="list">
      \((labels + findings + excused).joined(separator: "\n"))
      </ul>
      </article>
      """
  }

  private var head: String {
    let tags = [
      HTMLText.both(EvaluationWording.language(post.language)), post.source.map(HTMLText.escaped),
    ].compactMap(\.self).map { "<span class=\"tag\">\($0)</span>" }
    let stance = post.stance.map { " · " + HTMLText.both(EvaluationWording.stance($0)) } ?? ""
    let decision = found.isFlagged ? EvaluationWording.isFlagged : EvaluationWording.isNotFlagged
    return """
      <header><h3><code>\(HTMLText.escaped(post.id))</code> \(tags.joined(separator: " "))</h3>
      <p>\(HTMLText.both(EvaluationWording.reader))\
      <b>\(HTMLText.both(EvaluationWording.verdict(post.verdict)))</b>\(stance) → \
      \(HTMLText.both(EvaluationWording.rules))<b>\(HTMLText.both(decision))</b></p></header>
      """
  }

  // MARK: - What there is to explain

  private func item(_ label: LabelledPost.Label, number: Int) -> String {
    let name = Wording.category(label.category)
    let kind = Wording.kind(label.kind)
    let what = Localized(zh: "\(name.zh) · \(kind.zh)", en: "\(name.en) · \(kind.en)")
    let isMissed = found.missed.contains(label)
    let state = isMissed ? EvaluationWording.missed : EvaluationWording.isFound
    return """
      <li>\(reference("L\(number)", "label")) \(badge(state, isMissed ? "bad" : "good")) \
      <b>\(HTMLText.both(what))</b> \(quote(label.scalars))\
      \(isMissed ? reasons(for: label) : "")</li>
      """
  }

  private func reasons(for label: LabelledPost.Label) -> String {
    let near = found.nearMisses(of: label)
    guard !near.isEmpty else {
      return "<p class=\"reason\">\(HTMLText.both(EvaluationWording.unmatched))</p>"
    }
    let lines = near.map { miss in
      "<p class=\"reason\">\(reference(to: miss)) \(HTMLText.both(EvaluationWording.reason(miss.reason)))</p>"
    }
    return lines.joined()
  }

  /// The number of what came near, which is explained further down.
  private func reference(to miss: Evaluation.NearMiss) -> String {
    switch miss {
    case .suppressed(let suppressed):
      let index = report.suppressed.firstIndex(of: suppressed).map { "S\($0 + 1)" }
      return reference(index ?? "S", "excused")
    case .weak(let finding), .experimental(let finding), .otherCategory(let finding):
      let index = report.findings.firstIndex(of: finding).map { "F\($0 + 1)" }
      let state = FindingState(finding, of: found, threshold: threshold)
      return reference(index ?? "F", state.css)
    }
  }

  private func item(_ finding: Finding, number: Int) -> String {
    let state = FindingState(finding, of: found, threshold: threshold)
    return """
      <li>\(reference("F\(number)", state.css)) \(badge(state.words, state.tone)) \
      <b>\(HTMLText.both(Wording.classification(finding)))</b> \(quote(finding.span.scalars))\
      \(details(of: finding))</li>
      """
  }

  private func item(_ suppressed: Suppressed, number: Int) -> String {
    let cue = suppressed.cue.map { " " + quote($0.scalars, css: "cue") } ?? ""
    return """
      <li>\(reference("S\(number)", "excused")) \(badge(EvaluationWording.explainedAway, "")) \
      <b>\(HTMLText.both(Wording.classification(suppressed.finding)))</b> \
      \(quote(suppressed.finding.span.scalars))<p class="reason">\
      \(HTMLText.both(Wording.context(suppressed.by)))\(cue) <code>\
      \(HTMLText.escaped(suppressed.by))</code></p>\(details(of: suppressed.finding))</li>
      """
  }

  private func details(of finding: Finding) -> String {
    let statement = Wording.statement(finding, includesText: includesText)
    let message = includesText ? "<p>\(HTMLText.both(statement))</p>" : ""
    var facts = [
      "<code>\(HTMLText.escaped(finding.rule.description))</code>",
      HTMLText.both(EvaluationWording.confidence) + Wording.percent(finding.confidence),
    ]
    if !finding.softenedBy.isEmpty {
      let contexts = finding.softenedBy.map { HTMLText.both(Wording.context($0)) }
      facts.append(HTMLText.both(EvaluationWording.softened) + contexts.joined(separator: ", "))
    }
    if !finding.evidence.isEmpty {
      let pieces = finding.evidence.map { piece in
        let list = piece.lexicon.map { " <code>\(HTMLText.escaped($0))</code>" } ?? ""
        let role = HTMLText.both(EvaluationWording.role(piece.role))
        return "\(quote(piece.span.scalars)) <small>\(role)\(list)</small>"
      }
      facts.append(HTMLText.both(EvaluationWording.evidence) + pieces.joined(separator: ", "))
    }
    return "\(message)<p class=\"facts\">\(facts.joined(separator: " · "))</p>"
  }

  // MARK: - Small parts

  private func reference(_ name: String, _ css: String) -> String {
    "<span class=\"ref \(css)\">\(name)</span>"
  }

  private func badge(_ words: Localized, _ tone: String) -> String {
    "<span class=\"badge \(tone)\">\(HTMLText.both(words))</span>"
  }

  /// Words of the post, or only their place.
  private func quote(_ scalars: Range<Int>, css: String = "") -> String {
    guard includesText else {
      return "<small>[\(scalars.lowerBound), \(scalars.upperBound))</small>"
    }
    return "<q class=\"\(css)\">\(HTMLText.escaped(post.excerpt(scalars)))</q>"
  }
}
