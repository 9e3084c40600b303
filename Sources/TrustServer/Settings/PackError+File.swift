internal import TrustRules

extension PackError.Issue {
  /// A mistake of a whole file or setting, which has no line.
  static func inFile(
    _ code: String,
    _ place: String,
    _ message: String,
    _ hint: String?
  ) -> PackError.Issue {
    PackError.Issue(code, at: Mark(file: place, line: 0, column: 0), message, hint: hint)
  }
}
