internal import Foundation

/// A file that grows at its end and can be cut back to a length that is known to be good.
final class OutputFile {
  let path: String
  private(set) var length: Int
  private let handle: FileHandle
  private let gate: WriteGate

  /// Opens a file, makes it if it is not there, and cuts it to a length.
  init(_ path: String, cutTo length: Int, gate: WriteGate) throws(ArchiveError) {
    self.path = path
    self.length = length
    self.gate = gate
    do {
      if !FileManager.default.fileExists(atPath: path) { try Data().write(to: Self.url(path)) }
      handle = try FileHandle(forUpdating: Self.url(path))
      let found = Int(try handle.seekToEnd())
      guard found >= length else {
        throw ArchiveError(
          .damagedJournal,
          "“\(path)” has \(found) bytes, and the journal counts \(length)",
          hint: "somebody changed the folder; start again in an empty one"
        )
      }
      try gate.step()
      try handle.truncate(atOffset: UInt64(length))
    } catch let error as ArchiveError {
      throw error
    } catch { throw .writing(path, error) }
  }

  /// Writes behind what is there.
  func append(_ bytes: [UInt8]) throws(ArchiveError) {
    guard !bytes.isEmpty else { return }
    let allowed = gate.pass(bytes.count)
    do { try handle.write(contentsOf: Data(bytes.prefix(max(0, allowed)))) } catch {
      throw .writing(path, error)
    }
    guard allowed >= bytes.count else { throw WriteGate.interrupted }
    length += bytes.count
  }

  /// Returns when all that was written would survive a power cut.
  func sync() throws(ArchiveError) {
    try gate.step()
    do { try handle.synchronize() } catch { throw .writing(path, error) }
  }

  func close() throws(ArchiveError) {
    do { try handle.close() } catch { throw .writing(path, error) }
  }

  private static func url(_ path: String) -> URL { URL(fileURLWithPath: path) }
}
