internal import CClocks
internal import CPeers
internal import Foundation

extension Bench {
  /// JSON lines in, findings out, by the command line; beside what only reads or only searches.
  func lines() throws {
    let phrases = try phraseSet(3_000)
    let packs = try phrases.packPaths(in: folder).flatMap { ["--packs", $0] }
    for source in sources {
      let file = try JSONLines(source.posts, in: folder)
      var entrants: [Entrant] = []
      if FileManager.default.isExecutableFile(atPath: options.cli) {
        for (name, more) in [("shipped packs", []), ("3000 phrases from YAML", packs)] {
          let arguments = [options.cli, "scan", "--findings-only"] + more + [file.path]
          let usage = try Command.measured(arguments, in: folder) { $0 == 0 }
          let size = "\(source.name), \(file.bytes.count / 1_000_000) MB"
          let peak = Double(usage.peak_bytes) / 1e6
          results.figure(.jsonl, "peak memory of scan", column: size, name, peak, "MB")
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
