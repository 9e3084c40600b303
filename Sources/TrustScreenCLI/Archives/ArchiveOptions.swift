internal import ArgumentParser
internal import TrustArchive
internal import TrustText

/// How `scan --out` works, and what it keeps.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .long,
    help:
      "A folder for everything: reports, findings, failures, a database, a page. New, or a run to resume.",
    completion: .directory
  )
  var out: String?

  @Flag(name: .long, help: "Go on where an earlier run in the folder was stopped.")
  var resume = false

  @Option(
    name: .long,
    help: "How many posts are screened side by side; 0 for as many as there are cores."
  )
  var jobs = 0

  @Flag(
    name: .long,
    help: "Keep every post in reports and database; else those without findings are only counted."
  )
  var all = false

  @Option(
    name: .long,
    help:
      "A database of several runs to add this one to; posts with findings are not doubled in it.",
    completion: .file()
  )
  var append: String?

  @Option(
    name: .long,
    help: "Findings that somebody accepts, which then do not count (see baseline).",
    completion: .file()
  )
  var baseline: String?

  @Option(name: .long, help: "Draw so many flagged posts for a person to check: sample.csv.")
  var sample: Int?

  @Option(name: .long, help: "What the draw depends on.")
  var seed: UInt64 = 1

  func validate() throws {
    guard out != nil || (!resume && !all && append == nil && baseline == nil && sample == nil)
    else {
      throw ValidationError("--resume, --all, --append, --baseline and --sample need --out")
    }
    guard jobs >= 0, sample ?? 1 > 0 else {
      throw ValidationError("--jobs and --sample are numbers above 0")
    }
  }

  var workers: Int { jobs > 0 ? jobs : Cores.count }

  func loadBaseline() throws -> Baseline {
    guard let baseline else { return Baseline() }
    return try ArchiveFailure.shown { () throws(ArchiveError) in try Baseline(file: baseline) }
  }
}

/// Errors of archives as the command line tells them.
enum ArchiveFailure {
  /// Does something, and turns an error into a message and exit status 2.
  static func shown<T>(_ work: () throws(ArchiveError) -> T) throws -> T {
    do throws(ArchiveError) { return try work() } catch {
      Console.note("Error: \(error.text)")
      throw ExitStatus.misuse
    }
  }
}
