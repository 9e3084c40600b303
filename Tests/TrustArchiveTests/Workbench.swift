import Foundation
import Synchronization
import TrustArchive
import TrustEngine
import TrustPacks
import TrustRules

/// A folder of its own for a test, a screener with a few rules, and runs in it.
struct Workbench {
  let folder: String
  let screener: Screener

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("trustscreen-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    screener = try Self.shared.get()
  }

  private static let shared = Result { try Screener(packs: Pack.builtIn) }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func settings(_ change: (inout RunSettings) -> Void = { _ in }) -> RunSettings {
    var settings = RunSettings(
      inputs: [.init(path: "posts.jsonl", size: 1234)],
      identity: screener.identity,
      day: "2026-11-21"
    )
    settings.sample = 5
    change(&settings)
    return settings
  }

  func run(
    _ name: String = "out",
    _ source: SyntheticSource,
    settings: RunSettings? = nil,
    baseline: Baseline = Baseline(),
    isResuming: Bool = false,
    jobs: Int = 2,
    appendingTo: String? = nil,
    gate: WriteGate = .open
  ) async throws -> RunTotals {
    let run = try ArchiveRun(
      folder: "\(folder)/\(name)",
      settings: settings ?? self.settings(),
      screener: screener,
      baseline: baseline,
      isResuming: isResuming,
      jobs: jobs,
      appendingTo: appendingTo,
      partBatches: 3,
      gate: gate
    )
    return try await run(source)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The results of a run by their names.
  func results(_ name: String = "out") throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")
    return Dictionary(
      uniqueKeysWithValues: try names.filter { $0 != "run.json" && $0 != "journal.jsonl" }.map {
        ($0, try bytes("\(name)/\($0)"))
      }
    )
  }
}

/// Lets so many steps on disk pass, and stops the run at the next, half way through what it writes.
final class KillPoint: Sendable {
  private let left: Mutex<Int>

  init(after steps: Int) { left = Mutex(steps) }

  var stepsLeft: Int { left.withLock { $0 } }

  var gate: WriteGate {
    WriteGate { [self] count in
      left.withLock { left in
        left -= 1
        guard left < 0 else { return count }
        return count > 0 ? count / 2 : -1
      }
    }
  }
}
