internal import Foundation

/// Whole files, in one step each.
enum Files {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func makeFolder(_ path: String) throws(ArchiveError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch { throw .writing(path, error) }
  }

  static func names(in folder: String) throws(ArchiveError) -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
      throw .reading(folder, error)
    }
  }

  static func bytes(of path: String) throws(ArchiveError) -> [UInt8] {
    do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
      throw .reading(path, error)
    }
  }

  static func remove(_ path: String) throws(ArchiveError) {
    guard exists(path) else { return }
    do { try FileManager.default.removeItem(atPath: path) } catch { throw .writing(path, error) }
  }

  /// Puts a file in its place; whoever looks sees the old one or the new one, whole.
  static func replace(_ path: String, by other: String, _ gate: WriteGate) throws(ArchiveError) {
    try gate.step()
    // Foundation's ways to move a file refuse one that is there, or copy it.
    let result = unsafe other.withCString { from in
      unsafe path.withCString { to in unsafe rename(from, to) }
    }
    guard result == 0 else {
      throw .writing(path, NSError(domain: NSPOSIXErrorDomain, code: Int(errno)))
    }
    try syncFolder(of: path)
  }

  /// Writes a file beside its place, and puts it there when it is whole.
  static func write(
    _ parts: [[UInt8]],
    to path: String,
    _ gate: WriteGate
  ) throws(ArchiveError) {
    let file = try OutputFile(path + ".new", cutTo: 0, gate: gate)
    for part in parts { try file.append(part) }
    try file.sync()
    try file.close()
    try replace(path, by: path + ".new", gate)
  }

  /// A renamed file is safe once its folder is.
  private static func syncFolder(of path: String) throws(ArchiveError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      let handle = try FileHandle(forReadingFrom: folder)
      try handle.synchronize()
      try handle.close()
    } catch { throw .writing(folder.path, error) }
  }
}
