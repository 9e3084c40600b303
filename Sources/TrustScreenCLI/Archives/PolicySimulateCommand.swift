internal import ArgumentParser
internal import TrustArchive
internal import TrustEngine

/// `policy simulate`: a policy on reports, beside the one in force.
struct PolicySimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Shows what a policy would do with posts that were screened.",
    discussion: """
      It counts the posts that each clause holds for, and those that the policy treats otherwise than \
      the one in force. Reports of all posts (scan --all) also try clauses on suppressed findings.

      EXAMPLES
        trustscreen policy simulate policy.yaml --on results/reports.jsonl --against old.yaml
      """
  )

  @Argument(help: "The policy.", completion: .file())
  var policy: String

  @Option(name: .long, help: "Reports, one a line; may be repeated.", completion: .file())
  var on: [String]

  @Option(
    name: .long,
    help: "The policy in force; by default the standard one, which has a person look.",
    completion: .file()
  )
  var against: String?

  @Option(name: .long, help: "How many posts to name for each clause and change.")
  var samples = 5

  func run() throws {
    let current = try against.map(PolicyCommand.load) ?? .standard
    var simulation = PolicySimulation(
      try PolicyCommand.load(policy),
      against: current,
      samples: max(0, samples)
    )
    for file in on {
      let input = try InputFile.read(file)
      simulation.read(input.bytes, file: input.name)
    }
    Console.write(simulation.text)
    for line in simulation.unread { Console.note(line) }
    try ExitStatus.end(isIncomplete: !simulation.unread.isEmpty, hasFindings: false)
  }
}
