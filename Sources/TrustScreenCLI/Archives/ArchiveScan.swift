internal import ArgumentParser
internal import Foundation
internal import TrustArchive
internal import TrustEngine
internal import TrustInput

/// `scan --out`: an archive in, a folder of results out.
struct ArchiveScan {
  let inputs: [String]
  let folder: String
  let reading: InputOptions
  let readingSettings: [String: String]
  let archive: ArchiveOptions
  let screener: Screener
  /// The disguises that were asked for, by their names.
  let disguises: [String]
  let includesText: Bool
  let language: String

  func run() async throws {
    try ReadingOptions.requireOutside(folder, inputs)
    let baseline = try archive.loadBaseline()
    let settings = settings(baseline)
    let source: InputSource
    do throws(InputError) { source = try InputSource(inputs, options: reading) } catch {
      throw ValidationError(error.message)
    }
    let sizes = settings.inputs.map(\.size)
    let size = sizes.contains(nil) ? nil : sizes.compactMap(\.self).reduce(0, +)
    var display = ProgressDisplay(size: size, isTerminal: isatty(STDERR_FILENO) == 1)
    let totals: RunTotals
    do throws(ArchiveError) {
      let run = try ArchiveRun(
        folder: folder,
        settings: settings,
        screener: screener,
        baseline: baseline,
        isResuming: archive.resume,
        jobs: archive.workers,
        appendingTo: archive.append
      )
      totals = try await run(source) { display.show($0) }
      display.end()
    } catch {
      display.end()
      Console.note("Error: \(error.text)")
      throw ExitStatus.misuse
    }
    Console.note(Self.text(totals, folder: folder))
    try ExitStatus.end(isIncomplete: totals.failed + totals.partial > 0, hasFindings: false)
  }

  private func settings(_ baseline: Baseline) -> RunSettings {
    var settings = RunSettings(
      inputs: inputs.map { .init(path: $0, size: ReadingOptions.size(of: $0)) },
      identity: screener.identity,
      day: Day.today
    )
    settings.reading = readingSettings
    settings.disguises = disguises
    settings.includesClean = archive.all
    settings.keepsKeys = archive.append != nil
    settings.includesText = includesText
    settings.language = language
    settings.baseline = baseline.digest
    settings.sample = archive.sample
    settings.seed = archive.seed
    return settings
  }

  private static func text(_ totals: RunTotals, folder: String) -> String {
    let accepted = totals.accepted > 0 ? ", \(totals.accepted) of them accepted" : ""
    return """
      \(totals.seen) seen = \(totals.screened) screened whole + \(totals.partial) in part \
      + \(totals.failed) not
      \(totals.flagged) posts flagged, \(totals.findings) findings\(accepted)
      \(folder)/report.html has the overview, summary.json the figures\
      \(totals.failed + totals.partial > 0 ? ", failures.jsonl what was not screened and why" : "")
      """
  }
}
