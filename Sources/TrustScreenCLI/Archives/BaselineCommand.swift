internal import ArgumentParser
internal import TrustArchive

/// `baseline`: findings that are there now, to be accepted.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Writes a baseline that accepts all findings of some reports.",
    discussion: """
      Give it to scan by --baseline: what it accepts is listed and does not count.

      EXAMPLES
        trustscreen baseline results/reports.jsonl --reason 'checked 2026-11' --by Li > accepted.jsonl
      """
  )

  @Argument(help: "The reports.jsonl of a run.", completion: .file())
  var reports: String

  @Option(name: .long, help: "Why they are accepted.")
  var reason: String

  @Option(name: .long, help: "Who accepts them.")
  var by: String

  @Option(name: .long, help: "The last day on which they are, as 2027-06-30.")
  var until: String?

  func validate() throws {
    guard !reason.isEmpty, !by.isEmpty else {
      throw ValidationError("--reason and --by may not be empty")
    }
    guard until.map(Day.isDay) ?? true else {
      throw ValidationError("--until is a day, as 2027-06-30")
    }
  }

  func run() throws {
    let input = try InputFile.read(reports)
    let text = try ArchiveFailure.shown { () throws(ArchiveError) in
      try Baseline.text(of: input.bytes, file: input.name, reason: reason, by: by, until: until)
    }
    Console.write(text)
  }
}
