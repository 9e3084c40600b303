internal import ArgumentParser
internal import TrustEngine
internal import TrustRuleChecks
internal import TrustRuleFiles
internal import TrustRules

/// `policy`: what is done with reports.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Checks policies, and tries them on reports: what is allowed, reviewed and blocked.",
    subcommands: [PolicyCheckCommand.self, PolicySimulateCommand.self]
  )

  /// Reads a policy; its mistakes are printed.
  static func load(_ path: String) throws -> Policy {
    do throws(PackError) { return try Policy.file(path) } catch {
      for issue in error.issues { Console.note(IssuePrinter().text(issue)) }
      throw ExitStatus.misuse
    }
  }
}

/// `policy check`: mistakes in a policy, and clauses that do not do what they seem to.
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Shows mistakes in policies, and clauses that can never hold or say nothing new.",
    discussion: """
      Errors make the exit status 2; warnings do not, unless --strict.

      EXAMPLES
        trustscreen policy check our-feed.yaml
        trustscreen policy check our-feed.yaml --packs rules --with person-first --strict
      """
  )

  @Argument(help: "Policies, as YAML.", completion: .file())
  var files: [String]

  @Flag(name: .long, help: "Treat warnings as errors.")
  var strict = false

  @OptionGroup var screener: ScreenerOptions

  func run() throws {
    let screener = try screener.screener()
    var issues: [PackError.Issue] = []
    for file in files {
      do throws(PackError) {
        let check = PolicyCheck(
          rules: screener.rules,
          isCalibrated: screener.identity.calibration != nil,
          file: file
        )
        issues += check.issues(of: try Policy.file(file))
      } catch {
        issues += error.issues
      }
    }
    for issue in issues { Console.write(IssuePrinter().text(issue) + "\n") }
    Console.write(issues.counts + "\n")
    if issues.contains(where: { strict || !$0.isWarning }) { throw ExitStatus.misuse }
  }
}
