internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// Who posted it: platforms, accounts, agencies, locations, and texts posted by many.
struct AccountSections {
  let facts: ArchiveFacts
  let includesText: Bool

  var all: [PageSection] {
    let note = "<p class=\"note\">\(HTMLText.both(ArchiveWording.ranking))</p>"
    return [
      PageSection(
        id: "platforms",
        title: ArchiveWording.platformHeading,
        content: RateTable(rows: facts.platforms, title: ArchiveWording.platform).html
      ),
      PageSection(
        id: "accounts",
        title: ArchiveWording.accountHeading,
        content: note
          + RateTable(
            rows: facts.accounts,
            title: ArchiveWording.account,
            about: ArchiveWording.platform
          ).html
      ),
      PageSection(
        id: "agencies",
        title: ArchiveWording.agencyHeading,
        content: note
          + RateTable(
            rows: facts.agencies,
            title: ArchiveWording.agency,
            about: ArchiveWording.accounts
          ).html + undisclosed
      ),
      PageSection(
        id: "locations",
        title: ArchiveWording.locationHeading,
        content: RateTable(rows: facts.locations, title: ArchiveWording.location).html
      ),
      PageSection(id: "clusters", title: ArchiveWording.clusterHeading, content: clusters),
    ]
  }

  private var undisclosed: String {
    guard let row = facts.withoutAgency else { return "" }
    return """
      <p class="panel"><b>\(HTMLText.both(ArchiveWording.undisclosed))</b>: \
      \(PageCount.text(row.flagged)) / \(PageCount.text(row.posts)) \(RateTable.rate(row))</p>
      """
  }

  private var clusters: String {
    let note = "<p class=\"note\">\(HTMLText.both(ArchiveWording.clusterNote))</p>"
    guard !facts.clusters.isEmpty else {
      return "<p class=\"note\">\(HTMLText.both(ArchiveWording.nothing))</p>"
    }
    var table = PageTable([
      (ArchiveWording.text, .words), (ArchiveWording.posts, .number),
      (ArchiveWording.accounts, .number), (ArchiveWording.platform, .words),
      (ArchiveWording.agency, .words), (ArchiveWording.spread, .words),
    ])
    for cluster in facts.clusters {
      let text = includesText ? cluster.text ?? "" : ""
      let excerpt = text.count > 90 ? text.prefix(89) + "…" : text[...]
      table.add([
        excerpt.isEmpty
          ? "#\(cluster.id)" : "<span class=\"quote\">\(HTMLText.escaped(String(excerpt)))</span>",
        PageCount.text(cluster.posts), PageCount.text(cluster.accounts),
        HTMLText.escaped(cluster.platforms), HTMLText.escaped(cluster.agencies),
        HTMLText.escaped("\(cluster.firstSeen.prefix(16)) – \(cluster.lastSeen.prefix(16))"),
      ])
    }
    return note + table.html
  }
}
