internal import TrustEngine
internal import TrustRules

/// What a page says of each finding of one document.
struct FindingCards {
  let lines: TextLines
  /// What the ids of this document begin with, such as `d1`.
  let prefix: String
  let includesText: Bool
  /// By fingerprint, the other rules that found the same matter.
  let alsoFoundBy: [String: [Rule.ID]]

  func list(_ findings: [Finding]) -> String {
    let cards = findings.enumerated().map { card($1, number: $0 + 1) }
    return "<ol class=\"cards\">\n\(cards.joined(separator: "\n"))\n</ol>"
  }

  func list(_ suppressed: [Suppressed]) -> String {
    let items = suppressed.map(item)
    return """
      <details>
      <summary>\(HTMLText.both(PageWording.suppressed(suppressed.count)))</summary>
      <ul class="suppressed">
      \(items.joined(separator: "\n"))
      </ul>
      </details>
      """
  }

  private func card(_ finding: Finding, number: Int) -> String {
    let css = finding.category.cssClass
    let place = lines.region(of: finding.span).start
    let parts = [
      """
      <li class="card \(css)" id="\(prefix)f\(number)">
      <p class="head">\(reference(number, css)) \
      <b class="name">\(HTMLText.both(Wording.classification(finding)))</b> \
      <span class="severity \(finding.severity.name)">\
      \(HTMLText.both(Wording.severity(finding.severity)))</span> \
      <span class="place">\(HTMLText.both(PageWording.place(place)))</span></p>
      """,
      "<p class=\"message\">\(message(finding))</p>",
      advice(finding),
      guidance(finding),
      meta(finding),
      "</li>",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The number of a finding; it leads back to the words, if they are on the page.
  private func reference(_ number: Int, _ css: String) -> String {
    includesText
      ? "<a class=\"number \(css)\" href=\"#\(prefix)m\(number)\">\(number)</a>"
      : "<span class=\"number \(css)\">\(number)</span>"
  }

  private func message(_ finding: Finding) -> String {
    HTMLText.both(Wording.statement(finding, includesText: includesText))
  }

  private func advice(_ finding: Finding) -> String {
    guard includesText else { return "" }
    var html = ""
    if let suggestion = finding.suggestion {
      html += "<p class=\"advice\"><b>\(HTMLText.both(PageWording.suggestion))</b> "
      html += HTMLText.both(suggestion) + "</p>"
    }
    if let replacement = finding.replacement {
      html += "<p class=\"advice\"><b>\(HTMLText.both(PageWording.replacement))</b> "
      html += "<del>\(HTMLText.escaped(lines.words(of: finding.span)))</del> → "
      html += "<ins>\(HTMLText.escaped(replacement))</ins></p>"
    }
    return html
  }

  private func guidance(_ finding: Finding) -> String {
    guard !finding.guidance.isEmpty else { return "" }
    let items = finding.guidance.map { citation in
      let origin = [citation.publisher, citation.date].compactMap { $0 }.joined(separator: ", ")
      let note = origin.isEmpty ? "" : " <span class=\"origin\">\(HTMLText.escaped(origin))</span>"
      return "<li>\(HTMLText.link(to: citation))\(note)</li>"
    }
    return "<ul class=\"guidance\" role=\"list\">\(items.joined())</ul>"
  }

  private func meta(_ finding: Finding) -> String {
    let percent = Wording.percent(finding.confidence)
    var parts = [
      """
      <span class="meter" aria-hidden="true"><span style="width:\(percent)"></span></span>\
      \(HTMLText.both(TextWording.confidence))\(percent)
      """
    ]
    if !finding.softenedBy.isEmpty {
      let contexts = finding.softenedBy.map { HTMLText.both(Wording.context($0)) }
      parts.append(
        HTMLText.both(TextWording.softenedBy)
          + contexts.joined(separator: HTMLText.both(TextWording.comma))
      )
    }
    if finding.status == .experimental { parts.append(HTMLText.both(TextWording.experimental)) }
    parts.append("<code>\(HTMLText.escaped(finding.rule.description))</code>")
    let others = (alsoFoundBy[finding.fingerprint] ?? []).map {
      "<code>\(HTMLText.escaped($0.description))</code>"
    }
    if !others.isEmpty {
      parts.append(HTMLText.both(TextWording.alsoFoundBy) + others.joined(separator: ", "))
    }
    return "<p class=\"meta\">\(parts.joined(separator: " · "))</p>"
  }

  private func item(_ entry: Suppressed) -> String {
    let cue = includesText ? entry.cue.map { lines.words(of: $0) } : nil
    let words = HTMLText.escaped(lines.words(of: entry.finding.span))
    let quote = includesText ? "<q class=\"\(entry.finding.category.cssClass)\">\(words)</q> " : ""
    return """
      <li>\(quote)<span class="place">\
      \(HTMLText.both(Wording.classification(entry.finding)))</span><br>\
      \(HTMLText.both(TextWording.because))\(HTMLText.both(Wording.reason(entry, cue: cue)))<br>\
      <code>\(HTMLText.escaped(entry.finding.rule.description))</code></li>
      """
  }
}
