/// How archives are to be read.
package struct InputOptions: Sendable {
  /// What a post of plain text is.
  package enum PlainText: String, Sendable, CaseIterable {
    /// A line that is not blank.
    case line
    /// A whole file.
    case file
    /// Lines up to a blank one.
    case paragraph
  }

  /// Which fields of a platform's export hold what.
  package var profile: Profile
  /// The encoding of all inputs without a byte order mark; `nil` to find it out for each.
  package var encoding: TextEncoding?
  /// The format of all inputs; `nil` to find it out for each by name and content.
  package var format: InputFormat?
  package var plainText = PlainText.line
  package var limits = InputLimits()
  /// About how many bytes a batch holds; it holds more only if one record does.
  package var batchBytes = 512 << 10

  /// Reads by a profile; fields named here go before those of the profile.
  package init(profile: Profile, textFields: [String] = [], idField: String? = nil) {
    self.profile = profile
    if !textFields.isEmpty {
      self.profile.texts = textFields.map { Profile.TextField(name: $0, candidates: [$0]) }
    }
    if let idField { self.profile.id = [idField] }
  }
}
