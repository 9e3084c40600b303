internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// A case file as a page to print and pass on.
struct CasePage {
  let outline: CaseOutline
  let language: String

  var html: String {
    HTMLPage(
      language: language,
      title: outline.title,
      style: HTMLStyle.palette + HTMLStyle.layout + EvaluationStyle.sheet + ArchiveStyle.sheet
        + Self.style,
      header: """
        <h1>\(HTMLText.both(outline.title))</h1>
        <p class="facts">\(HTMLText.both(CaseWording.caution))</p>
        """,
      main: outline.sections.map(section).joined(separator: "\n"),
      identity: nil
    ).html
  }

  private func section(_ section: CaseOutline.Section) -> String {
    let quotation = section.quotation.map { "<div class=\"post\">\(HTMLText.escaped($0))</div>" }
    let items = section.items.map { item in
      "<div><dt>\(HTMLText.both(item.label))</dt><dd>\(value(item))</dd></div>"
    }
    return """
      <section class="panel">
      <h2>\(HTMLText.both(section.title))</h2>
      \(quotation ?? "")
      \(items.isEmpty ? "" : "<dl>\(items.joined(separator: "\n"))</dl>")
      </section>
      """
  }

  /// An archive could hold a `javascript:` address.
  private func value(_ item: CaseOutline.Item) -> String {
    let text = HTMLText.both(item.value)
    guard let url = item.url, ["https://", "http://"].contains(where: url.lowercased().hasPrefix)
    else { return text }
    return "<a href=\"\(HTMLText.escaped(url))\" rel=\"noopener noreferrer\">\(text)</a>"
  }

  private static let style = """
    section.panel { margin-top: 1rem; }
    section.panel h2 { margin: 0 0 .5rem; font-size: 1.05rem; }
    dl { margin: 0; display: grid; gap: .3rem; }
    dl div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .2rem 1rem; }
    dt { color: var(--soft); }
    dd { margin: 0; overflow-wrap: anywhere; }

    """
}
