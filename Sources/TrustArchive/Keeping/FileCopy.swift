internal import Foundation

/// Copies a file with something before and behind it, a piece at a time.
struct FileCopy {
  var head: [UInt8] = []
  /// How many bytes at the end to leave out, if there are any.
  var cut = 0
  var tail: [UInt8] = []

  private static let pieceLength = 1 << 20

  func write(_ source: String, to path: String, _ gate: WriteGate) throws(ArchiveError) {
    let file = try OutputFile(path + ".new", cutTo: 0, gate: gate)
    try file.append(head)
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
      var left = max(0, Int(try handle.seekToEnd()) - cut)
      try handle.seek(toOffset: 0)
      while left > 0, let piece = try handle.read(upToCount: min(left, Self.pieceLength)) {
        try file.append([UInt8](piece))
        left -= piece.count
      }
      try handle.close()
    } catch let error as ArchiveError { throw error } catch { throw .reading(source, error) }
    try file.append(tail)
    try file.sync()
    try file.close()
    try Files.replace(path, by: path + ".new", gate)
  }
}
