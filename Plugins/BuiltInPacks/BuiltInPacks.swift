import Foundation
import PackagePlugin

/// Compiles `rules/` into the program, so that it needs nothing beside it and reads no YAML.
@main struct BuiltInPacks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "LinkedPacks.swift")
    return [
      .buildCommand(
        displayName: "Compiling the built-in packs",
        executable: try context.tool(named: "PackCompiler").url,
        arguments: [rules.path(), output.path()],
        inputFiles: try files(below: rules),
        outputFiles: [output]
      )
    ]
  }

  /// Every rule file and the calibration, so that changing one compiles the packs anew.
  private func files(below folder: URL) throws -> [URL] {
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }
      .filter { ["yaml", "txt", "json"].contains($0.pathExtension) }
      .sorted { $0.path() < $1.path() }
  }
}
