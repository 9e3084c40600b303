internal import CClocks

extension Bench {
  /// How long single posts take: those without a finding, and those with one.
  func latencies() throws {
    let engines = try [
      ("shipped packs", ScreenEngine(shipped: "shipped")),
      ("3000 phrases", ScreenEngine("3000 phrases", phraseSet(3_000))),
    ]
    for source in sources where !source.isMixed {
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
}
