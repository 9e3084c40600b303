internal import ArgumentParser

/// What the process ends with; of several, the first that applies in the order 2, 3, 1.
enum ExitStatus {
  /// Findings at or above the level asked for.
  static let findings = ExitCode(1)
  /// A mistake in the arguments or in a rule file, or a file that cannot be read.
  static let misuse = ExitCode(2)
  /// Some of the input could not be screened.
  static let incomplete = ExitCode(3)

  /// Ends the process unless all is well.
  static func end(hasMisuse: Bool = false, isIncomplete: Bool, hasFindings: Bool) throws {
    if hasMisuse { throw misuse }
    if isIncomplete { throw incomplete }
    if hasFindings { throw findings }
  }
}
