internal import Foundation
package import TrustEngine
internal import TrustText

/// All that the results of a run depend on but the bytes of its inputs: what `run.json` keeps, and
/// what a resumed run must share with it.
package struct RunSettings: Sendable, Equatable, Codable {
  /// An input as it was named, and how long it is; `nil` if that is not known, as of standard input.
  package struct Input: Sendable, Equatable, Codable {
    package var path: String
    package var size: Int?

    /// Names an input.
    package init(path: String, size: Int?) {
      self.path = path
      self.size = size
    }
  }

  /// The inputs in the order in which they are read.
  package var inputs: [Input]
  /// The engine, packs and data versions, one a line.
  package var rules: [String]
  /// How inputs are read, by the options' names.
  package var reading: [String: String]
  /// The disguises that are seen through though no rule asks, in a fixed order.
  package var disguises: [String]
  /// Whether `reports.jsonl` and the database have every post.
  package var includesClean: Bool
  /// Whether the database knows posts without findings, too, by their keys, so that a database of
  /// several runs counts each once.
  package var keepsKeys: Bool
  /// Whether words of the posts are kept.
  package var includesText: Bool
  /// The language of messages in `findings.csv`, SARIF and of the page that is shown first.
  package var language: String
  /// XXH64 of the baseline, if there is one.
  package var baseline: String?
  /// The day that decides which entries of the baseline have expired, as `2026-11-21`: that of the
  /// start, also when resumed.
  package var day: String
  /// How many flagged posts to draw for a person to check.
  package var sample: Int?
  /// What the draw depends on.
  package var seed: UInt64

  /// Describes a run with the defaults of the command line.
  package init(inputs: [Input], identity: Identity, day: String) {
    self.inputs = inputs
    rules =
      [identity.engine] + identity.packs
      + [
        "Unicode \(identity.unicode)", "ICU \(identity.icu)",
        "calibration \(identity.calibration ?? "none")",
      ]
    reading = [:]
    disguises = []
    includesClean = false
    keepsKeys = false
    includesText = true
    language = "zh"
    self.day = day
    seed = 1
  }

  /// What a database knows a run by: equal for the same inputs, rules and options, whenever it is run.
  func runID(digest: String) -> String {
    var same = self
    // Without a baseline the day decides nothing.
    if baseline == nil { same.day = "" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // Settings are texts and numbers, which can always be encoded.
    let settings = (try? encoder.encode(same)).map { [UInt8]($0) } ?? []
    return String(SHA256.hex(settings + Array(digest.utf8)).prefix(16))
  }

  /// Refuses to go on with a run that was started otherwise.
  package func requireSame(as started: RunSettings) throws(ArchiveError) {
    guard inputs == started.inputs else { throw otherInputs(started) }
    guard rules == started.rules else { throw otherRules(started) }
    var mine = self
    mine.day = started.day
    guard mine == started else {
      throw ArchiveError(
        .otherSettings,
        "the run was started with other options: \(differences(from: started))",
        hint: "resume with the same options, or start anew in another folder"
      )
    }
  }

  private func otherInputs(_ started: RunSettings) -> ArchiveError {
    let old = Dictionary(started.inputs.map { ($0.path, $0.size) }) { first, _ in first }
    let changed = inputs.first { input in old[input.path].map { $0 != input.size } ?? false }
    let message =
      changed.map { input in
        "“\(input.path)” is not as long as when the run was started"
      } ?? "the run was started with other inputs, or in another order"
    return ArchiveError(
      .otherInputs,
      message,
      hint: "resume with the same inputs, or start anew in another folder"
    )
  }

  private func otherRules(_ started: RunSettings) -> ArchiveError {
    let added = rules.filter { !started.rules.contains($0) }
    let gone = started.rules.filter { !rules.contains($0) }
    return ArchiveError(
      .otherRules,
      "the run was started with other rules: then \(gone.joined(separator: ", ")), "
        + "now \(added.joined(separator: ", "))",
      hint: "half of an archive by each would be no result; start anew in another folder"
    )
  }

  private func differences(from started: RunSettings) -> String {
    var names: [String] = []
    let keys = Set(reading.keys).union(started.reading.keys)
    names += keys.filter { reading[$0] != started.reading[$0] }.sorted()
    if disguises != started.disguises { names.append("--disguises") }
    if includesClean != started.includesClean { names.append("--all") }
    if keepsKeys != started.keepsKeys { names.append("--append") }
    if includesText != started.includesText { names.append("--no-text") }
    if language != started.language { names.append("--lang") }
    if baseline != started.baseline { names.append("--baseline") }
    if sample != started.sample { names.append("--sample") }
    if seed != started.seed { names.append("--seed") }
    return names.joined(separator: ", ")
  }
}
