internal import ArgumentParser
internal import Foundation
internal import TrustRuleFiles
internal import TrustRules

/// `rules fmt`: one look for all rule files.
struct RulesFormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Puts the files of packs into one form; comments and order stay.",
    discussion: """
      White space at line ends goes, rules and blocks are parted by one blank line, files end in \
      one line break. A file is only written if it still says the same.

      EXAMPLES
        trustscreen rules fmt rules
        trustscreen rules fmt rules --check
      """
  )

  @OptionGroup var authored: AuthoredPacks

  @Flag(name: .long, help: "Write nothing; exit with 1 if a file is not in form.")
  var check = false

  func run() throws {
    var changed: [String] = []
    var seen: Set<String> = []
    for result in try authored.read() {
      for (file, source) in result.sources.sorted(by: { $0.key < $1.key })
      where seen.insert(file).inserted {
        let formatted = RuleFileFormat.formatted(source)
        guard formatted != source else { continue }
        guard RuleFileFormat.saysTheSame(formatted, as: source) else {
          Console.note("\(file): left as it is: formatting would change what it says")
          continue
        }
        changed.append(file)
        if !check { try formatted.write(toFile: file, atomically: true, encoding: .utf8) }
      }
    }
    for file in changed { Console.write(file + "\n") }
    if check, !changed.isEmpty { throw ExitStatus.findings }
  }
}
