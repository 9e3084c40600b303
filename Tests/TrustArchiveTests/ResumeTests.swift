import Foundation
import Testing
import TrustEvaluation

@testable import TrustArchive

@Suite("A run that is stopped and resumed")
struct ResumeTests {
  @Test("loses nothing and doubles nothing, wherever it is stopped")
  func killPoints() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let source = SyntheticSource(batches: 20)
    let counting = KillPoint(after: 1_000_000)
    let totals = try await bench.run("whole", source, gate: counting.gate)
    let steps = 1_000_000 - counting.stepsLeft
    #expect(steps > 60)
    let expected = try bench.results("whole")
    #expect(expected.keys.contains("archive.sqlite") && expected.keys.contains("report.html"))

    var generator = SplitMix64(seed: 7)
    for trial in 0..<20 {
      var attempts = 0
      while true {
        attempts += 1
        // The first stop is anywhere; if that run is resumed, it may be stopped again.
        let kill = KillPoint(after: attempts > 3 ? .max / 2 : generator.index(below: steps))
        do {
          let resumed = try await bench.run(
            "out\(trial)",
            source,
            isResuming: attempts > 1,
            jobs: 1 + trial % 3,
            gate: kill.gate
          )
          #expect(resumed == totals)
          break
        } catch let error as ArchiveError { #expect(error.code == .interrupted) }
      }
      let results = try bench.results("out\(trial)")
      #expect(results.keys.sorted() == expected.keys.sorted())
      for (name, bytes) in expected { #expect(results[name] == bytes, "\(name) of trial \(trial)") }
    }
  }

  @Test("accounts for every record")
  func totalsAddUp() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let totals = try await bench.run("out", SyntheticSource(batches: 10))
    #expect(totals.seen == 120)
    #expect(totals.screened + totals.partial + totals.failed == 120)
    let failures = try bench.text("out/failures.jsonl").split(separator: "\n")
    #expect(failures.count == totals.failed + totals.partial)
    #expect(totals.failed == (0..<120).count { $0 % 17 == 5 })
    #expect(totals.partial == (0..<120).count { $0 % 17 != 5 && $0 % 23 == 0 })
    #expect(failures.contains { $0.contains("\"reason\":\"invalid-utf8\"") })
  }

  @Test("gives the same whatever the number of workers")
  func workers() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let source = SyntheticSource(batches: 12)
    for jobs in [1, 2, 7] { _ = try await bench.run("out\(jobs)", source, jobs: jobs) }
    let one = try bench.results("out1")
    #expect(try bench.results("out2") == one)
    #expect(try bench.results("out7") == one)
  }

  private func stopped(_ bench: Workbench) async throws {
    let kill = KillPoint(after: 60)
    await #expect(throws: ArchiveError.self) {
      _ = try await bench.run("out", SyntheticSource(batches: 20), gate: kill.gate)
    }
  }

  private func refusal(
    _ bench: Workbench,
    _ source: SyntheticSource = SyntheticSource(batches: 20),
    _ settings: RunSettings? = nil,
    isResuming: Bool = true
  ) async throws -> ArchiveError.Code? {
    let error = await #expect(throws: ArchiveError.self) {
      _ = try await bench.run("out", source, settings: settings, isResuming: isResuming)
    }
    #expect(error?.message.isEmpty == false)
    return error?.code
  }

  @Test("is refused with other inputs, rules or options")
  func refusals() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    try await stopped(bench)
    let changed = SyntheticSource(batches: 20, salt: 1)
    #expect(try await refusal(bench, changed) == .changedInput)
    #expect(try await refusal(bench, SyntheticSource(batches: 1)) == .changedInput)
    let longer = bench.settings { $0.inputs[0].size = 9 }
    #expect(try await refusal(bench, .init(batches: 20), longer) == .otherInputs)
    let rules = bench.settings { $0.rules[1] += "x" }
    #expect(try await refusal(bench, .init(batches: 20), rules) == .otherRules)
    let options = bench.settings { $0.includesText = false }
    #expect(try await refusal(bench, .init(batches: 20), options) == .otherSettings)
    let disguises = bench.settings { $0.disguises = ["sounds"] }
    #expect(try await refusal(bench, .init(batches: 20), disguises) == .otherSettings)
    #expect(try await refusal(bench, .init(batches: 20), isResuming: false) == .folderInUse)
    // After all these refusals it still goes on.
    _ = try await bench.run("out", SyntheticSource(batches: 20), isResuming: true)
  }

  @Test("does not touch a folder with other files, nor resumes what is no run")
  func foreignFolder() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let file = bench.folder + "/notes.txt"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
    await #expect(throws: ArchiveError.self) {
      _ = try await bench.run("", .init(batches: 1))
    }
    #expect(try bench.text("notes.txt") == "mine")
    let error = await #expect(throws: ArchiveError.self) {
      _ = try await bench.run("", .init(batches: 1), isResuming: true)
    }
    #expect(error?.code == .noRun)
  }

  @Test("is refused while another process works on it")
  func locked() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    try await stopped(bench)
    let lock = try RunLock(RunFolder(path: bench.folder + "/out", gate: .open))
    #expect(try await refusal(bench) == .folderInUse)
    withExtendedLifetime(lock) {}
  }

  @Test("is refused if somebody wrote into the journal")
  func damagedJournal() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    try await stopped(bench)
    let journal = URL(fileURLWithPath: bench.folder + "/out/journal.jsonl")
    var bytes = try Data(contentsOf: journal)
    bytes.insert(contentsOf: Data("{}\n".utf8), at: 0)
    try bytes.write(to: journal)
    #expect(try await refusal(bench) == .damagedJournal)
  }
}
