internal import ArgumentParser
internal import Foundation
internal import TrustRuleFiles
internal import TrustRules

/// `pack build`: packs in, one file out.
struct PackBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compiles packs into one file.",
    discussion: """
      The file is for --packs, and does what the packs do. It is made for one version of \
      trustscreen: another may refuse it and say so. The same version makes the same bytes of the \
      same packs.

      EXAMPLES
        trustscreen pack build rules -o rules.tspack
        trustscreen pack build my-pack.yaml other-packs -o ours.tspack
        trustscreen check --packs ours.tspack draft.txt
      """
  )

  @Argument(
    help: "Packs, or folders of packs; the packs that they use are found beside them.",
    completion: .file()
  )
  var packs: [String]

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  @Option(
    name: .long,
    help: "A calibration for them; by default calibration.json in the folder, if it is there.",
    completion: .file()
  )
  var calibration: String?

  func run() throws {
    let beside = packs.count == 1 ? packs[0] + "/calibration.json" : nil
    let (bytes, issues) = PackBuild.bytes(of: packs, calibration: calibration ?? beside)
    for issue in issues where !issue.isWarning { Console.note(IssuePrinter().text(issue)) }
    guard let bytes else { throw ExitStatus.misuse }
    do {
      // Whoever has the old file open keeps it.
      try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw ValidationError("“\(output)” cannot be written: \(error.localizedDescription)")
    }
  }
}
