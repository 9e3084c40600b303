internal import ArgumentParser
internal import TrustEngine
internal import TrustRuleFiles
internal import TrustRules

/// `rules`: what a rule author needs.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Writes, checks, tests and explains rules.",
    subcommands: [
      RulesLintCommand.self, RulesTestCommand.self, RulesExplainCommand.self,
      RulesListCommand.self, RulesNewCommand.self, RulesFormatCommand.self,
      RulesPromoteCommand.self,
    ]
  )
}

/// The packs that a rule author is working on.
struct AuthoredPacks: ParsableArguments {
  @Argument(help: "A folder of packs, a pack's folder, or a YAML file.", completion: .file())
  var path = "rules"

  /// Reads the packs, with what is wrong in them.
  func read() throws -> [CheckedPack] {
    guard !CompiledFile.isOne(path) else {
      throw ValidationError("“\(path)” is compiled; name the packs that it was built from")
    }
    return PackFiles.folder(path)
  }
}

extension [PackError.Issue] {
  /// Counts in words: “2 errors, 1 warning”.
  var counts: String {
    let warnings = count { $0.isWarning }
    let errors = count - warnings
    return
      "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
  }
}
