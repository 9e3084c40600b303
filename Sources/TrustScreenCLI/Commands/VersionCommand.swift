internal import ArgumentParser
internal import TrustEngine
internal import TrustPacks

/// The engine's version, for `--version`.
enum EngineVersion {
  static let text = Screener.version
}

/// `version`: what results depend on.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Prints the version, and with --identity all that results depend on."
  )

  @Flag(name: .long, help: "Also print packs with digests, and the versions of Unicode and ICU.")
  var identity = false

  @OptionGroup var packs: ScreenerOptions

  func run() throws {
    guard identity else {
      Console.write("trustscreen \(EngineVersion.text)\n")
      if let stale { Console.write(stale + "\n") }
      return
    }
    let identity = try packs.screener().identity
    var lines = ["engine       \(identity.engine)"]
    lines += identity.packs.map { "pack         \($0)" }
    lines.append("unicode      \(identity.unicode)")
    lines.append("icu          \(identity.icu)")
    lines.append("calibration  \(identity.calibration ?? "none")")
    if let stale { lines.append("             \(stale)") }
    Console.write(lines.joined(separator: "\n") + "\n")
  }

  private var stale: String? {
    guard Calibration.isBuiltInStale else { return nil }
    return "the built-in calibration is not used: it was fitted before the rules were changed"
  }
}
