internal import TrustEngine
internal import TrustReport
internal import TrustText

/// Makes the results of a run from its parts, when all is screened.
///
/// Each result is written beside its place and put there whole; `summary.json` comes last and says that
/// all are there. Whatever stops this, it is done again from the start, and makes the same bytes.
struct RunFinish {
  let folder: RunFolder
  let settings: RunSettings
  let screener: Screener
  let baseline: Baseline
  let totals: RunTotals
  let bytes: Int
  /// A database of several runs to add this one to.
  let appendingTo: String?

  func callAsFunction(runID: String) throws(ArchiveError) {
    try copy(.reports)
    try copy(.failures)
    try copy(.findings, after: Array(FindingRow.header.utf8))
    try writeSARIF()
    try makeDatabase(runID)
    let database = try ArchiveDatabase(path: folder.path + "/archive.sqlite")
    try writePage(database)
    if let sample = settings.sample {
      let rows = try Sample(count: sample, seed: settings.seed).csv(of: database)
      try Files.write([Array(rows.utf8)], to: folder.path + "/sample.csv", folder.gate)
    }
    let summary = try Summary(
      settings: settings,
      totals: totals,
      bytes: bytes,
      run: runID,
      baseline: baseline,
      database: database
    )
    try database.close()
    if let appendingTo {
      try DatabaseMerge(addition: folder.path + "/archive.sqlite", run: runID)(into: appendingTo)
    }
    let text = summary.json.text(.pretty) + "\n"
    try Files.write([Array(text.utf8)], to: folder.path + "/summary.json", folder.gate)
    try Files.remove(folder.work)
  }

  private func copy(
    _ kind: OutputKind,
    after head: [UInt8] = []
  ) throws(ArchiveError) {
    try FileCopy(head: head).write(
      folder.work(kind),
      to: "\(folder.path)/\(kind.rawValue)",
      folder.gate
    )
  }

  private func writeSARIF() throws(ArchiveError) {
    let sarif = OutputRows(settings, rules: screener.rules).sarif
    let isComplete = totals.failed + totals.partial == 0
    let copy = FileCopy(
      head: sarif.head(screener.identity),
      cut: ",\n".utf8.count,
      tail: SARIFResults.tail(isComplete: isComplete)
    )
    try copy.write(
      folder.work(.results),
      to: "\(folder.path)/\(OutputKind.results.rawValue)",
      folder.gate
    )
  }

  private func makeDatabase(_ runID: String) throws(ArchiveError) {
    let made = folder.work + "/archive.sqlite"
    let run = RunRow(id: runID, settings: settings, totals: totals)
    try DatabaseBuilder(run: run).build(folder, at: made)
    try Files.replace(folder.path + "/archive.sqlite", by: made, folder.gate)
  }

  private func writePage(_ database: ArchiveDatabase) throws(ArchiveError) {
    let facts = try ArchiveFacts(database, includesText: settings.includesText)
    let page = ArchivePage(
      facts: facts,
      totals: totals,
      bytes: bytes,
      settings: settings,
      identity: screener.identity
    )
    try Files.write([Array(page.html.utf8)], to: folder.path + "/report.html", folder.gate)
  }
}
