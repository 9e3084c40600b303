internal import CClocks
internal import Foundation
internal import TrustScreen

extension Bench {
  /// How long it takes from nothing to a finding, what loading costs, and how much memory is used.
  func starts() throws {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("first-finding").path
    let runs = options.quick ? 5 : 40
    for (name, until) in [
      ("an empty program", "nothing"), ("packs loaded", "load"), ("first Chinese finding", "zh"),
      ("first English finding", "en"),
    ] {
      try start(name, [program, until], runs: runs) { $0 == 0 }
    }
    if FileManager.default.isExecutableFile(atPath: options.cli) {
      let draft = Repository.path("corpora/drafts/sample.txt")
      try start("trustscreen check", [options.cli, "check", draft], runs: runs) { $0 < 2 }
    } else {
      results.miss("trustscreen", "there is no program at \(options.cli)")
    }
    for size in sizes {
      let phrases = try phraseSet(size)
      let start = peer_thread_ns()
      let packs = try phrases.readPacks()
      let read = peer_thread_ns()
      _ = try Screener(packs: packs)
      let end = peer_thread_ns()
      results.figure(
        .start,
        "phrases from YAML",
        column: "\(size)",
        "reading YAML",
        Double(read - start) / 1e6,
        "ms"
      )
      results.figure(
        .start,
        "phrases from YAML",
        column: "\(size)",
        "building the engine",
        Double(end - read) / 1e6,
        "ms"
      )
    }
  }

  private func start(_ name: String, _ arguments: [String], runs: Int, isSuccess: (Int32) -> Bool)
    throws
  {
    let usages = try (0..<runs).map { _ in
      try Command.measured(arguments, in: folder, isSuccess: isSuccess)
    }
    let walls = usages.map(\.wall_ns).sorted()
    let group = "programs, from start to end"
    results.figure(.start, group, column: "median", name, Double(walls[runs / 2]) / 1e6, "ms")
    results.figure(.start, group, column: "best", name, Double(walls[0]) / 1e6, "ms")
    let peak = usages.map(\.peak_bytes).max() ?? 0
    results.figure(.start, group, column: "peak memory", name, Double(peak) / 1e6, "MB")
  }
}
