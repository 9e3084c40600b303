internal import Foundation

/// Why a run cannot start, go on or end.
package struct ArchiveError: Error, Sendable, Equatable {
  /// What kind of thing went wrong.
  package enum Code: String, Sendable {
    case folderInUse = "folder-in-use"
    case noRun = "no-run"
    case otherInputs = "other-inputs"
    case otherSettings = "other-settings"
    case otherRules = "other-rules"
    case changedInput = "changed-input"
    case damagedJournal = "damaged-journal"
    case diskFull = "disk-full"
    case cannotWrite = "cannot-write"
    case cannotRead = "cannot-read"
    case database
    case badFile = "bad-file"
    case interrupted
  }

  package var code: Code
  /// What is wrong, and where.
  package var message: String
  /// What would help.
  package var hint: String?

  /// Describes an error.
  package init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// Says that a file could not be written, and tells a full disk from other reasons.
  static func writing(_ path: String, _ reason: any Error) -> ArchiveError {
    let error = reason as NSError
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let isFull =
      (error.domain == NSCocoaErrorDomain && error.code == CocoaError.fileWriteOutOfSpace.rawValue)
      || [error, underlying].contains { $0?.domain == NSPOSIXErrorDomain && $0?.code == 28 }
    guard !isFull else {
      return ArchiveError(
        .diskFull,
        "the disk is full, so “\(path)” could not be written",
        hint: "make room and run the same command with --resume; nothing screened so far is lost"
      )
    }
    return ArchiveError(
      .cannotWrite,
      "“\(path)” cannot be written: \(reason.localizedDescription)",
      hint: "once it can be, run the same command with --resume"
    )
  }

  /// Says that a file could not be read.
  static func reading(_ path: String, _ reason: any Error) -> ArchiveError {
    ArchiveError(.cannotRead, "“\(path)” cannot be read: \(reason.localizedDescription)")
  }

  /// The error as a person is told it.
  package var text: String { hint.map { "\(message)\n  = \($0)" } ?? message }
}
