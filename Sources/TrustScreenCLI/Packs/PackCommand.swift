internal import ArgumentParser

/// `pack`: files of compiled packs.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Compiles packs into one file that loads in no time, or says what is in one.",
    subcommands: [PackBuildCommand.self, PackInfoCommand.self]
  )
}
