internal import CClocks
internal import Foundation

extension Bench {
  /// `trustscreen scan --out` on archives of growing size, with one job and two, packed and not, beside
  /// what only reads them.
  func archives() throws {
    guard FileManager.default.isExecutableFile(atPath: options.cli) else {
      return results.miss("trustscreen", "there is no program at \(options.cli)")
    }
    let posts = sources.filter { !$0.isMixed }.map(\.posts)
    let sizes = options.megabytes.map { [$0] } ?? (options.quick ? [2, 10] : [10, 200, 2_000])
    for megabytes in sizes {
      let archive = try ArchiveFile(posts, bytes: megabytes * 1_000_000, in: folder)
      defer { try? FileManager.default.removeItem(atPath: archive.path) }
      Progress.note("archives: \(megabytes) MB, \(archive.posts) posts")
      try read("wc -l", ["wc", "-l", archive.path], archive)
      let one = try scan("scan --jobs 1", archive.path, jobs: 1, archive)
      let two = try scan("scan --jobs 2", archive.path, jobs: 2, archive)
      note("two jobs to one, by time", Double(one) / Double(two), "×", archive)
      guard Command.exists("zstd") else {
        results.miss("zstd", "there is no program zstd")
        continue
      }
      let packed = archive.path + ".zst"
      defer { try? FileManager.default.removeItem(atPath: packed) }
      _ = try Command.run(["zstd", "-q", "-3", "-f", archive.path, "-o", packed])
      let floor = try read(
        "zstd -dc, then wc -l",
        ["/bin/sh", "-c", "zstd -dc '\(packed)' | wc -l"],
        archive
      )
      let scanned = try scan("scan --jobs 2, of .zst", packed, jobs: 2, archive)
      note(
        "reading .zst to scanning it, by time",
        Double(floor) / Double(scanned),
        "×",
        archive
      )
    }
  }

  private func note(_ name: String, _ value: Double, _ unit: String, _ archive: ArchiveFile) {
    results.figure(
      .archives,
      "archives in JSON lines",
      column: "\(archive.bytes / 1_000_000) MB, \(archive.posts) posts",
      name,
      value,
      unit
    )
  }

  /// Times a whole program by the clock on the wall.
  @discardableResult
  private func read(_ name: String, _ arguments: [String], _ archive: ArchiveFile) throws -> Int64 {
    let usage = try Command.measured(arguments, in: folder) { $0 == 0 }
    note("\(name), time", Double(usage.wall_ns) / 1e9, "s", archive)
    return usage.wall_ns
  }

  private func scan(
    _ name: String,
    _ path: String,
    jobs: Int,
    _ archive: ArchiveFile
  ) throws -> Int64 {
    let out = folder.appendingPathComponent("out-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: out) }
    let arguments = [options.cli, "scan", path, "--out", out.path, "--jobs", "\(jobs)"]
    let usage = try Command.measured(arguments, in: folder) { $0 == 0 }
    let seconds = Double(usage.wall_ns) / 1e9
    note("\(name), time", seconds, "s", archive)
    note("\(name), CPU", Double(usage.cpu_ns) / 1e9, "s", archive)
    note("\(name), speed", Double(archive.bytes) / seconds / 1e6, "MB/s", archive)
    note("\(name), posts a second", Double(archive.posts) / seconds, "", archive)
    note("\(name), peak memory", Double(usage.peak_bytes) / 1e6, "MB", archive)
    return usage.wall_ns
  }
}
