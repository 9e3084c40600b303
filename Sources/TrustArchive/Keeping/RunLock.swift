internal import Foundation

/// Keeps a second process from working on the same run; gone with the process, however it ends.
final class RunLock {
  private let handle: FileHandle

  /// Takes the lock of a work folder.
  ///
  /// - Throws: if another process has it.
  init(_ folder: RunFolder) throws(ArchiveError) {
    let path = folder.work + "/lock"
    try Files.makeFolder(folder.work)
    do {
      if !Files.exists(path) { try Data().write(to: URL(fileURLWithPath: path)) }
      handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    } catch { throw .writing(path, error) }
    guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw ArchiveError(
        .folderInUse,
        "another process works on the run in “\(folder.path)”",
        hint: "wait until it is done, or stop it"
      )
    }
  }

  deinit {
    // What is left to do with the file is nothing that could fail and matter.
    try? handle.close()
  }
}
