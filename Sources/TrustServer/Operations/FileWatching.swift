internal import Foundation
internal import ServiceLifecycle
internal import TrustRuleFiles

/// Loads rules anew when a file of theirs changes: looks at times and sizes every few seconds, which
/// works on every file system, those of containers too.
struct FileWatching: Service {
  let holder: EngineHolder
  let paths: [String]
  let seconds: Int

  func run() async throws {
    guard !paths.isEmpty else { return try await gracefulShutdown() }
    await cancelWhenGracefulShutdown {
      var known = stamps()
      // Ends with the sleep, which ends with the process.
      while (try? await Task.sleep(for: .seconds(seconds))) != nil {
        let now = stamps()
        guard now != known else { continue }
        known = now
        _ = await holder.reload(because: "files changed")
      }
    }
  }

  /// What tells whether a file was changed.
  private struct Stamp: Equatable {
    var modified: Date?
    var size: Int?
    var number: Int?
  }

  private func stamps() -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for file in paths.flatMap(Self.files) {
      // A file that is gone has an empty stamp, which differs from the one it had.
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      stamps[file] = Stamp(
        modified: attributes?[.modificationDate] as? Date,
        size: attributes?[.size] as? Int,
        number: attributes?[.systemFileNumber] as? Int
      )
    }
    return stamps
  }

  /// The files that something was read from: of a pack those of its neighbours too, which it may use.
  private static func files(_ path: String) -> [String] {
    guard PackFiles.isFolder(path) else { return [path] }
    let folder = PackFiles.isPack(path) ? path + "/.." : path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let packs = names.sorted().map { folder + "/" + $0 }.filter(PackFiles.isPack)
    return (packs + [path]).flatMap { PackFiles.files(of: $0).map(\.path) }
  }
}
