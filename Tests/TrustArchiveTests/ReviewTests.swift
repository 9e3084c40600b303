import Foundation
import Testing
import TrustEngine
import TrustRuleFiles

@testable import TrustArchive

@Suite("Baselines, samples and policies")
struct ReviewTests {
  private func write(_ text: String, _ bench: Workbench) throws -> String {
    let path = bench.folder + "/file-\(UUID().uuidString)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("what a baseline accepts does not count, until it expires")
  func baseline() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let plain = try await bench.run("plain", SyntheticSource(batches: 4))
    #expect(plain.flagged > 0)
    func text(until: String?) throws -> String {
      try Baseline.text(
        of: [UInt8](try bench.bytes("plain/reports.jsonl")),
        file: "reports.jsonl",
        reason: "known",
        by: "Li",
        until: until
      )
    }
    let gone = #"{"fingerprint":"gone","reason":"x","by":"y"}"# + "\n"
    let accepting = try Baseline(file: try write(try text(until: "2026-12-31") + gone, bench))
    let settings = bench.settings { $0.baseline = accepting.digest }
    let later = try await bench.run(
      "later",
      SyntheticSource(batches: 4),
      settings: settings,
      baseline: accepting
    )
    #expect(later.flagged == 0 && later.findings == plain.findings)
    #expect(later.accepted == plain.findings)
    #expect(try bench.text("later/summary.json").contains("\"vanished\": 1"))

    let expired = try Baseline(file: try write(try text(until: "2026-11-20"), bench))
    let again = try await bench.run(
      "again",
      SyntheticSource(batches: 4),
      settings: bench.settings { $0.baseline = expired.digest },
      baseline: expired
    )
    #expect(again.flagged == plain.flagged && again.accepted == 0)
  }

  @Test(
    "a bad baseline is refused with its line",
    arguments: [
      "nonsense", #"{"fingerprint":"a"}"#, #"{"fingerprint":"a","reason":"","by":"b"}"#,
      #"{"fingerprint":"a","reason":"r","by":"b","until":"soon"}"#,
      "{\"fingerprint\":\"a\",\"reason\":\"r\",\"by\":\"b\"}\n{\"fingerprint\":\"a\",\"reason\":\"r\",\"by\":\"b\"}",
    ]
  )
  func badBaseline(text: String) throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let path = try write(text, bench)
    let error = #expect(throws: ArchiveError.self) { try Baseline(file: path) }
    #expect(error?.message.contains(path + ":") == true && error?.hint != nil)
  }

  @Test("a sample is the same for a seed, and other for another; verdicts give a precision")
  func sample() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let source = SyntheticSource(batches: 20)
    for (name, seed) in [("a", 1), ("b", 1), ("c", 2)] {
      let settings = bench.settings { $0.seed = UInt64(seed) }
      _ = try await bench.run(name, source, settings: settings)
    }
    let sample = try bench.text("a/sample.csv")
    #expect(try bench.text("b/sample.csv") == sample)
    #expect(try bench.text("c/sample.csv") != sample)
    let rows = CSVRows.parse(sample)
    #expect(rows.count == 6)

    let verdicts = ["对", "right", "Wrong ", "?", ""]
    let judged = "\u{FEFF}verdict;text\r\n" + verdicts.map { "\($0);\"a;b\"\"\nc\"\r\n" }.joined()
    let estimate = try PrecisionEstimate(file: try write(judged, bench))
    let counts = [estimate.right, estimate.wrong, estimate.unsure, estimate.open]
    #expect(counts == [2, 1, 1, 1])
    #expect(estimate.precision == WilsonInterval(2, of: 3))
    for bad in ["", "a,b\n1,2\n", "verdict\nperhaps\n", "verdict\n\"right\n"] {
      let path = try write(bad, bench)
      #expect(throws: ArchiveError.self) { try PrecisionEstimate(file: path) }
    }
  }

  @Test("a policy is tried on reports, beside the one in force")
  func simulation() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let totals = try await bench.run("out", SyntheticSource(batches: 4))
    let policy = try Policy.yaml(
      """
      policy: 1
      id: mine
      version: 2
      block:
        - {category: false-remedy, at-least: 0.5}
      review:
        - {rule: no-such-rule}
      """,
      name: "mine.yaml"
    )
    var simulation = PolicySimulation(policy, against: .standard, samples: 2)
    simulation.read([UInt8](try bench.bytes("out/reports.jsonl")) + Array("{}\n".utf8), file: "r")
    #expect(simulation.unread.count == 1)
    #expect(simulation.posts >= totals.flagged)
    #expect(simulation.clauses["block[0]"]?.posts ?? 0 > 0)
    #expect(simulation.clauses["review[0]"]?.posts == 0)
    #expect(simulation.text.contains("review → block"))
  }
}
