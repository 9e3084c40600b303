internal import ArgumentParser
internal import TrustArchive

/// `precision`: what a person's verdicts on a sample say.
struct PrecisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "precision",
    abstract: "Estimates how many flagged posts are rightly flagged, from a sample with verdicts.",
    discussion: """
      Fill in the column “verdict” of the sample.csv that scan --sample wrote: right, wrong or unsure \
      (对、错、不确定).

      EXAMPLES
        trustscreen precision results/sample.csv
      """
  )

  @Argument(help: "The sample with verdicts.", completion: .file())
  var sample: String

  func run() throws {
    let estimate = try ArchiveFailure.shown { () throws(ArchiveError) in
      try PrecisionEstimate(file: sample)
    }
    Console.write(estimate.text)
  }
}
