internal import ArgumentParser
internal import Foundation

/// The command line: arguments in, exit status out.
@main struct TrustScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trustscreen",
    abstract: "Screens Chinese and English posts about health against WHO-style guidance.",
    discussion: """
      It finds wordings that guidance warns about: false remedies, stigmatising language and \
      unverified claims. It does not decide what is true.

      EXAMPLES
        trustscreen check draft.txt
        echo '喝漂白水能治新冠' | trustscreen check -
        trustscreen check --format sarif drafts/*.md > findings.sarif
        trustscreen scan posts.jsonl --text-field body > reports.jsonl
        trustscreen scan archive/ --out results
        trustscreen evaluate labelled.jsonl
        trustscreen serve
        trustscreen rules explain false-remedy/ingest.bleach '喝漂白水不能治新冠'

      EXIT STATUS
        0  nothing at or above --fail-on
        1  findings at or above --fail-on
        2  a mistake in the arguments, in a rule file, or a file that cannot be read
        3  some of the input could not be screened, or was repaired first

      SHELL COMPLETIONS
        trustscreen --generate-completion-script zsh|bash|fish
      """,
    version: "trustscreen \(EngineVersion.text)",
    subcommands: [
      CheckCommand.self, LSPCommand.self, ScanCommand.self, EvaluateCommand.self,
      CalibrateCommand.self, DisguiseCommand.self, CaseCommand.self, SearchCommand.self,
      BaselineCommand.self, PrecisionCommand.self, ServeCommand.self, PolicyCommand.self,
      RulesCommand.self, PackCommand.self, VersionCommand.self,
    ]
  )

  /// Runs the program; a mistake in the arguments ends it with 2, not with ArgumentParser's 64.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Console.note(fullMessage(for: error))
      Foundation.exit(ExitStatus.misuse.rawValue)
    }
  }
}
