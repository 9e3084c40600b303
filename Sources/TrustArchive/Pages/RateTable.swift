internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// Names with their posts, flagged posts and rates.
struct RateTable {
  let rows: [RateRow]
  let title: Localized
  /// What the second column says, if there is one.
  var about: Localized?

  var html: String {
    guard !rows.isEmpty else {
      return "<p class=\"note\">\(HTMLText.both(ArchiveWording.nothing))</p>"
    }
    var columns: [(title: Localized, kind: PageTable.Kind)] = [(title, .words)]
    if let about { columns.append((about, .words)) }
    columns += [
      (ArchiveWording.posts, .number), (ArchiveWording.flaggedColumn, .number),
      (ArchiveWording.rate, .estimate),
    ]
    var table = PageTable(columns)
    for row in rows {
      var cells = [HTMLText.escaped(row.name)]
      if about != nil { cells.append(HTMLText.escaped(row.about)) }
      table.add(cells + [PageCount.text(row.posts), PageCount.text(row.flagged), Self.rate(row)])
    }
    return table.html
  }

  static func rate(_ row: RateRow) -> String {
    let rate = row.rate
    return PageNumber.share(
      Estimate(value: rate.share, interval: rate.low...max(rate.low, rate.high))
    )
  }
}
