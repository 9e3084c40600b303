/// Puts the results of batches on disk, in order, and knows how far a run has come.
struct RunWriter {
  /// A part is ended when it has so many bytes of input, or so many batches.
  private static let partBytes = 16 << 20
  private static let partBatches = 256

  private var journal: Journal
  private let files: [OutputFile]
  private var line: JournalLine
  private var digest: UInt64
  private var bytesInPart = 0
  private var cleanInPart = CleanTally()
  /// How many batches are done and need not be screened again.
  let batchesDone: Int
  private let partBatches: Int

  var totals: RunTotals { line.totals }
  var bytes: Int { line.bytes }
  /// XXH64 of all batches so far, one upon the other.
  var digestOfInput: String { Self.hex(digest) }

  /// Opens the outputs, and cuts away what no part has.
  init(_ folder: RunFolder, partBatches: Int = Self.partBatches) throws(ArchiveError) {
    let journal = try Journal(folder.journalFile, gate: folder.gate)
    var files: [OutputFile] = []
    for kind in OutputKind.allCases {
      let length = journal.last.lengths[kind.rawValue] ?? 0
      files.append(try OutputFile(folder.work(kind), cutTo: length, gate: folder.gate))
    }
    self.journal = journal
    self.files = files
    self.partBatches = partBatches
    line = journal.last
    batchesDone = line.batches
    digest = 0
  }

  /// Takes note of a batch that an earlier run has done, and makes sure that it is still the same.
  mutating func skip(_ number: Int, digest batch: UInt64) throws(ArchiveError) {
    digest = Digest.of(batch, upon: digest)
    guard let known = journal.digests[number + 1], known != Self.hex(digest) else { return }
    throw Self.changedInput
  }

  static let changedInput = ArchiveError(
    .changedInput,
    "an input is not what it was when the run was started",
    hint: "put the old one back, or start anew in another folder"
  )

  /// Writes the results of the next batch; every so often they become a part.
  mutating func write(_ batch: ScreenedBatch) throws(ArchiveError) {
    for (file, bytes) in zip(files, batch.outputs) { try file.append(bytes) }
    for count in batch.clean.counts { cleanInPart.add(count) }
    digest = Digest.of(batch.digest, upon: digest)
    line.batches += 1
    line.totals += batch.totals
    line.bytes += batch.byteCount
    bytesInPart += batch.byteCount
    let hasEnough = line.batches - journal.last.batches >= partBatches
    if bytesInPart >= Self.partBytes || hasEnough { try endPart() }
  }

  /// Makes a part of what was written since the last one.
  mutating func endPart() throws(ArchiveError) {
    guard line.batches > journal.last.batches else { return }
    try writeClean()
    for file in files { try file.sync() }
    line.part = journal.last.part + 1
    line.digest = Self.hex(digest)
    for (kind, file) in zip(OutputKind.allCases, files) {
      line.lengths[kind.rawValue] = file.length
    }
    try journal.append(line)
    bytesInPart = 0
  }

  /// Once for a part, as most accounts are in many of its batches.
  private mutating func writeClean() throws(ArchiveError) {
    var rows: [UInt8] = []
    for count in cleanInPart.counts { CleanRow.append(count, to: &rows) }
    try files[OutputKind.clean.index].append(rows)
    cleanInPart.removeAll()
  }

  func close() throws(ArchiveError) {
    for file in files { try file.close() }
  }

  private static func hex(_ digest: UInt64) -> String { String(digest, radix: 16) }
}
