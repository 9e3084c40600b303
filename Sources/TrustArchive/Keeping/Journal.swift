internal import Foundation

/// What a run has finished, a line for each part: a stretch of batches whose results are on disk.
///
/// A part is real once its line is; whatever the outputs hold behind the lengths of the last line is
/// cut away when the run is resumed.
struct JournalLine: Codable, Equatable, Sendable {
  /// The number of the part, from 1.
  var part: Int
  /// How many batches all parts have up to this one.
  var batches: Int
  /// The digest of all batches up to this one, in hexadecimal: XXH64 of each batch's digest and what
  /// was there before.
  var digest: String
  /// How long each output is.
  var lengths: [String: Int]
  /// What became of all posts up to this part.
  var totals: RunTotals
  /// How many bytes have been screened.
  var bytes: Int

  static let start = JournalLine(
    part: 0,
    batches: 0,
    digest: "0",
    lengths: [:],
    totals: RunTotals(),
    bytes: 0
  )
}

/// The journal of a run.
struct Journal {
  private let file: OutputFile
  private(set) var last: JournalLine
  /// The parts that are done, and the digest up to each by its number of batches.
  let digests: [Int: String]

  /// Opens a journal; a last line that was not written whole is cut away.
  init(_ path: String, gate: WriteGate) throws(ArchiveError) {
    let bytes = Files.exists(path) ? try Files.bytes(of: path) : []
    var last = JournalLine.start
    var digests: [Int: String] = [:]
    var good = 0
    while let end = bytes[good...].firstIndex(of: UInt8(ascii: "\n")) {
      guard let line = try? JSONDecoder().decode(JournalLine.self, from: Data(bytes[good..<end])),
        line.part == last.part + 1, line.batches >= last.batches
      else {
        throw ArchiveError(
          .damagedJournal,
          "line \(last.part + 1) of “\(path)” is not one that was written there",
          hint: "somebody changed the folder; start again in an empty one"
        )
      }
      last = line
      digests[line.batches] = line.digest
      good = end + 1
    }
    self.last = last
    self.digests = digests
    file = try OutputFile(path, cutTo: good, gate: gate)
  }

  /// Writes a line, and returns when it is safe.
  mutating func append(_ line: JournalLine) throws(ArchiveError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { try file.append([UInt8](try encoder.encode(line)) + [UInt8(ascii: "\n")]) } catch let error
      as ArchiveError
    { throw error } catch { throw .writing(file.path, error) }
    try file.sync()
    last = line
  }
}
