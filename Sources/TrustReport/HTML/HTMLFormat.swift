internal import TrustEngine
internal import TrustRules

/// One self-contained page without scripts, for editors to read, print and pass on.
struct HTMLFormat {
  var options: ReportOptions

  func render(_ documents: [ScreenedDocument]) -> String {
    let documents = documents.map { $0.forReaders() }
    let sections = documents.enumerated().map { section($1, number: $0 + 1) }
    return HTMLPage(
      language: options.language,
      title: title(of: documents),
      style: HTMLStyle.sheet,
      header: header(documents),
      main: sections.joined(separator: "\n"),
      identity: documents.first?.report.identity
    ).html
  }

  private func title(of documents: [ScreenedDocument]) -> Localized {
    Wording.counts(of: documents.flatMap(\.report.findings))
  }

  // MARK: - Around the documents

  private func header(_ documents: [ScreenedDocument]) -> String {
    let findings = documents.flatMap(\.report.findings)
    let suppressed = documents.reduce(0) { $0 + $1.report.suppressed.count }
    let partial = documents.count { $0.report.completeness != .complete }
    var facts = [TextWording.screened(documents.count)]
    if suppressed > 0 { facts.append(TextWording.explainedAway(suppressed)) }
    if partial > 0 { facts.append(TextWording.partial(partial)) }
    return """
      <h1>\(HTMLText.both(PageWording.headline(findings.count)))</h1>
      <p class="facts">\(facts.map(HTMLText.both).joined(separator: " · "))</p>
      \(tally(of: findings))
      """
  }

  /// How many findings each category has; it is the key to colours and underlines as well.
  private func tally(of findings: [Finding]) -> String {
    let counts = Dictionary(grouping: findings, by: \.category).mapValues(\.count)
    let categories = Set(Category.core + counts.keys).sorted()
    let items = categories.map { category in
      """
      <li><b>\(counts[category] ?? 0)</b> <mark class="\(category.cssClass) layer0">\
      \(HTMLText.both(Wording.category(category)))</mark></li>
      """
    }
    return "<ul class=\"tally\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  // MARK: - One document

  private func section(_ document: ScreenedDocument, number: Int) -> String {
    let report = document.report
    let lines = TextLines(document.utf8)
    let prefix = "d\(number)"
    let notices = report.completeness.notices.map { notice in
      "<p class=\"notice\" role=\"alert\">\(HTMLText.both(Wording.notice(notice)))</p>"
    }
    let cards = FindingCards(
      lines: lines,
      prefix: prefix,
      includesText: options.includesText,
      alsoFoundBy: document.alsoFoundBy
    )
    let text = HighlightedText(report.findings, lines: lines, prefix: prefix).html()
    let draft = options.includesText ? "<div class=\"draft\" dir=\"auto\">\(text)</div>" : ""
    return """
      <article id="\(prefix)">
      <h2>\(HTMLText.escaped(document.path))</h2>
      \(notices.joined(separator: "\n"))
      <div class="columns\(options.includesText ? " with-draft" : "")">
      \(draft)
      <div class="findings">
      \(report.findings.isEmpty ? nothingFound(report) : cards.list(report.findings))
      \(report.suppressed.isEmpty ? "" : cards.list(report.suppressed))
      </div>
      </div>
      </article>
      """
  }

  private func nothingFound(_ report: Report) -> String {
    let text =
      report.completeness == .complete ? PageWording.nothingFound : PageWording.nothingFoundInPart
    return "<p class=\"clean\">\(HTMLText.both(text))</p>"
  }
}
