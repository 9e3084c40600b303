internal import Foundation

/// Where a run keeps what it has done.
///
///     run.json          what the run was started with
///     journal.jsonl     what is done, part by part
///     work/             outputs as far as they are done
///     reports.jsonl …   the results, when all is done
struct RunFolder {
  let path: String
  let gate: WriteGate

  var settingsFile: String { path + "/run.json" }
  var journalFile: String { path + "/journal.jsonl" }
  var work: String { path + "/work" }
  var isFinished: Bool { Files.exists(settingsFile) && Files.exists(path + "/summary.json") }

  func work(_ kind: OutputKind) -> String { "\(work)/\(kind.rawValue)" }

  /// Makes the folder for a new run, or finds the one of a run to go on with.
  ///
  /// - Returns: The settings that the run was started with.
  func open(_ settings: RunSettings, isResuming: Bool) throws(ArchiveError) -> RunSettings {
    try Files.makeFolder(path)
    guard Files.exists(settingsFile) else { return try start(settings, isResuming: isResuming) }
    guard isResuming else {
      throw ArchiveError(
        .folderInUse,
        "“\(path)” already holds a run",
        hint: isFinished
          ? "name another folder" : "go on with it by --resume, or name another folder"
      )
    }
    let started = try storedSettings()
    try settings.requireSame(as: started)
    try Files.makeFolder(work)
    return started
  }

  private func start(
    _ settings: RunSettings,
    isResuming: Bool
  ) throws(ArchiveError) -> RunSettings {
    // A run that was stopped before its first file was whole has left no more than this.
    let names = try Files.names(in: path).filter { !["run.json.new", "work"].contains($0) }
    guard names.isEmpty else {
      throw ArchiveError(
        isResuming ? .noRun : .folderInUse,
        isResuming ? "“\(path)” holds no run to resume" : "“\(path)” is not empty",
        hint: "name an empty folder, or one that is not there yet"
      )
    }
    try Files.makeFolder(work)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do { bytes = [UInt8](try encoder.encode(settings)) } catch {
      throw .writing(settingsFile, error)
    }
    try Files.write([bytes, Array("\n".utf8)], to: settingsFile, gate)
    return settings
  }

  /// The settings of the run that is there.
  func storedSettings() throws(ArchiveError) -> RunSettings {
    let bytes = try Files.bytes(of: settingsFile)
    do { return try JSONDecoder().decode(RunSettings.self, from: Data(bytes)) } catch {
      throw ArchiveError(
        .damagedJournal,
        "“\(settingsFile)” is not what a run of this version writes",
        hint: "start anew in another folder"
      )
    }
  }
}
