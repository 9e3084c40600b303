internal import TrustEngine
internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// `report.html`: one self-contained page without scripts, in Chinese and English.
struct ArchivePage {
  let facts: ArchiveFacts
  let totals: RunTotals
  let bytes: Int
  let settings: RunSettings
  let identity: Identity

  var html: String {
    HTMLPage(
      language: settings.language,
      title: ArchiveWording.title,
      style: HTMLStyle.palette + HTMLStyle.layout + EvaluationStyle.sheet + ArchiveStyle.sheet,
      header: header,
      main: sections.map(\.html).joined(separator: "\n"),
      identity: identity
    ).html
  }

  private var header: String {
    let links = sections.map { "<a href=\"#\($0.id)\">\(HTMLText.both($0.title))</a>" }
    let headline = ArchiveWording.headline(totals.flagged, of: totals.seen)
    return """
      <h1>\(HTMLText.both(headline))</h1>
      <p class="facts">\(HTMLText.escaped(settings.inputs.map(\.path).joined(separator: " · ")))</p>
      \(tiles)
      <p class="sum">\(HTMLText.both(ArchiveWording.sum(totals)))</p>
      <nav>\(links.joined(separator: "\n"))</nav>
      """
  }

  private var tiles: String {
    let flagged = RateRow(
      name: "",
      about: "",
      posts: totals.screened + totals.partial,
      flagged: totals.flagged
    )
    let items = [
      tile(ArchiveWording.seen, "<b>\(PageCount.text(totals.seen))</b>"),
      tile(
        ArchiveWording.flagged,
        "<b>\(PageCount.text(totals.flagged))</b><small class=\"set\">\(share(flagged))</small>"
      ),
      tile(ArchiveWording.findings, "<b>\(PageCount.text(totals.findings))</b>"),
      tile(ArchiveWording.partial, "<b>\(PageCount.text(totals.partial))</b>"),
      tile(
        ArchiveWording.failed,
        "<b>\(PageCount.text(totals.failed))</b>",
        isBad: totals.failed > 0
      ),
    ]
    return "<ul class=\"tiles\" role=\"list\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private func share(_ row: RateRow) -> String {
    let rate = row.rate
    return "\(Estimate.fixed(rate.share * 100, decimals: 2))% "
      + "(\(Estimate.fixed(rate.low * 100, decimals: 2))–\(Estimate.fixed(rate.high * 100, decimals: 2))%)"
  }

  private func tile(_ title: Localized, _ figure: String, isBad: Bool = false) -> String {
    "<li\(isBad ? " class=\"bad\"" : "")><span>\(HTMLText.both(title))</span>\(figure)</li>"
  }

  private var sections: [PageSection] {
    let findings = FindingSections(facts: facts)
    let accounts = AccountSections(facts: facts, includesText: settings.includesText)
    return findings.all + accounts.all + [FailureSection(failures: facts.failures).section]
  }
}

/// A part of the page: what leads to it, what it is called, and what it says.
struct PageSection {
  var id: String
  var title: Localized
  var content: String

  var html: String {
    """
    <section id="\(id)">
    <h2>\(HTMLText.both(title))</h2>
    \(content)
    </section>
    """
  }
}
