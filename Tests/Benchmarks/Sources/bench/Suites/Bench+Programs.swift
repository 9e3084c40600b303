internal import CPeers
internal import Foundation
internal import TrustRuleFiles
internal import TrustScreen

extension Bench {
  /// How long single posts take: those without a finding, and those with one.
  func latencies() throws {
    let engines = try [
      ("shipped packs", ScreenEngine(shipped: "shipped")),
      ("3000 phrases", ScreenEngine("3000 phrases", phraseSet(3_000))),
    ]
    for source in sources where source.name != "mixed" {
      let posts = source.posts.prefix(bytes: limit / 4)
      for (name, engine) in engines {
        let split = engine.split(posts)
        for (kind, chosen) in [("no finding", split.quiet), ("finding", split.found)]
        where !chosen.isEmpty {
          let sorted = latencies(of: engine, posts, chosen)
          for (column, share) in [("p50", 0.5), ("p99", 0.99), ("p99.9", 0.999), ("max", 1.0)] {
            let index = min(sorted.count - 1, Int(Double(sorted.count) * share))
            results.figure(
              .latency,
              "\(source.name), \(name)",
              column: column,
              "\(kind) (\(chosen.count) posts)",
              Double(sorted[index]) / 1e3,
              "µs"
            )
          }
        }
      }
    }
  }

  /// Ascending; each post's best of three, as other processes interrupt.
  private func latencies(of engine: ScreenEngine, _ posts: Posts, _ chosen: [Int]) -> [Int64] {
    var best = [Int64](repeating: .max, count: chosen.count)
    for _ in 0..<3 {
      for (index, post) in chosen.enumerated() {
        let start = peer_clock_ns()
        _ = engine.findings(posts, post)
        best[index] = min(best[index], peer_clock_ns() - start)
      }
    }
    return best.sorted()
  }

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
      let yaml = phrases.yaml
      let start = peer_thread_ns()
      let pack = try Pack.yaml(yaml, name: "phrases.yaml")
      let read = peer_thread_ns()
      _ = try Screener(packs: [pack])
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
    let usages = try (0..<runs).map { _ in try Command.run(arguments, isSuccess: isSuccess) }
    let walls = usages.map(\.wall_ns).sorted()
    let group = "programs, from start to end"
    results.figure(.start, group, column: "median", name, Double(walls[runs / 2]) / 1e6, "ms")
    results.figure(.start, group, column: "best", name, Double(walls[0]) / 1e6, "ms")
    let peak = usages.map(\.peak_bytes).max() ?? 0
    results.figure(.start, group, column: "peak memory", name, Double(peak) / 1e6, "MB")
  }

  /// JSON lines in, findings out, by the command line; beside what only reads or only searches.
  func lines() throws {
    let phrases = try phraseSet(3_000)
    let pack = try phrases.packPath(in: folder)
    for source in sources {
      let file = try JSONLines(source.posts, in: folder)
      var entrants: [Entrant] = []
      if FileManager.default.isExecutableFile(atPath: options.cli) {
        for (name, more) in [("shipped packs", []), ("3000 phrases from YAML", ["--packs", pack])] {
          let arguments = [options.cli, "scan", "--findings-only"] + more + [file.path]
          entrants.append(
            Entrant(CommandEngine("trustscreen scan, \(name)") { _ in arguments }, .native)
          )
        }
      } else {
        results.miss("trustscreen", "there is no program at \(options.cli)")
      }
      if peer_has_simdjson() {
        let buffer = file.bytes + [UInt8](repeating: 0, count: 64)
        let engine = FunctionEngine("simdjson, taking out the text alone") { _, _ in
          Int(peer_simdjson_texts(buffer, Int64(buffer.count - 64), Int64(buffer.count)))
        }
        entrants.append(Entrant(WholeFile(engine), .native))
      }
      if Command.exists("rg") {
        let list = try phrases.path(isFolded: false, in: folder)
        entrants.append(
          Entrant(
            CommandEngine("rg -c -F -f, 3000 phrases", isSuccess: { $0 < 2 }) { _ in
              ["rg", "-a", "-j1", "-c", "-F", "-f", list, file.path]
            },
            .native
          )
        )
      }
      entrants.append(Entrant(CommandEngine("wc -l") { _ in ["wc", "-l", file.path] }, .native))
      try race(entrants, on: file.posts, suite: .jsonl, group: "JSON lines", column: source.name)
    }
  }
}
