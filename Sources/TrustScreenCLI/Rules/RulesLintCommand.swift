internal import ArgumentParser
internal import Foundation
internal import TrustRuleChecks
internal import TrustRuleFiles
internal import TrustRules

/// `rules lint`: everything that is wrong with a pack, at once.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Shows every mistake in packs, with its place and how to mend it.",
    discussion: """
      Errors make the exit status 2; warnings do not, unless --strict.

      EXAMPLES
        trustscreen rules lint rules
        trustscreen rules lint my-pack.yaml --no-proof
      """
  )

  @OptionGroup var authored: AuthoredPacks

  @Flag(name: .long, inversion: .prefixedNo, help: "Try whether each clause matters to an example.")
  var proof = true

  @Flag(name: .long, help: "Treat warnings as errors.")
  var strict = false

  @Flag(name: .long, help: "Show errors only.")
  var quiet = false

  func run() throws {
    let linter = Linter(today: Self.today)
    var all: [PackError.Issue] = []
    for result in try authored.read() {
      var issues = result.issues
      if let pack = result.pack, !issues.contains(where: { !$0.isWarning }) {
        issues += linter.issues(of: pack, provesClauses: proof)
      }
      let printer = IssuePrinter(sources: result.sources)
      // A pack that two others use is read twice; its mistakes are shown once.
      for issue in issues where !all.contains(issue) {
        all.append(issue)
        if !quiet || !issue.isWarning { Console.write(printer.text(issue) + "\n") }
      }
    }
    Console.write(all.counts + "\n")
    if all.contains(where: { strict || !$0.isWarning }) { throw ExitStatus.misuse }
  }

  private static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day],
      from: Date()
    )
    return [(parts.year ?? 0, 4), (parts.month ?? 0, 2), (parts.day ?? 0, 2)]
      .map { value, width in
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }.joined(separator: "-")
  }
}
