internal import ArgumentParser
internal import TrustEngine
internal import TrustRuleFiles
internal import TrustRules

/// `pack info`: what is in a file of compiled packs.
struct PackInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Says what is in a file of compiled packs: versions, digests and sizes."
  )

  @Argument(help: "The file.", completion: .file())
  var file: String

  func run() throws {
    do throws(PackError) {
      let packs = try CompiledPacks(CompiledFile.open(file))
      let calibration = try Calibration.compiled(into: packs.file)
      Console.write(lines(packs, calibration).joined(separator: "\n") + "\n")
    } catch {
      for issue in error.issues { Console.note(IssuePrinter().text(issue)) }
      throw ExitStatus.misuse
    }
  }

  private func lines(_ packs: CompiledPacks, _ calibration: Calibration?) -> [String] {
    let manifest = packs.manifest
    var lines = [
      "engine       \(manifest.engine)", "form         \(PackFile.version)",
      "unicode      \(manifest.unicode)", "size         \(packs.file.count) bytes",
    ]
    lines += packs.file.sizes.map { "             \($0.section) \($0.bytes)" }
    for (pack, entry) in zip(packs.packs, manifest.packs) {
      let state = entry.isCompiled ? "compiled" : "compiled when asked for"
      lines.append("pack         \(pack.identity)")
      let rules = entry.ruleCount == 1 ? "rule" : "rules"
      lines.append("             \(entry.ruleCount) \(rules), \(state)")
    }
    lines.append("calibration  \(calibration?.digest ?? "none")")
    return lines
  }
}
