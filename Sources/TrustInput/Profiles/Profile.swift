/// Which fields of a platform's export hold what.
///
/// A candidate is the name of a member or column, or a path into nested objects, parted by dots:
/// `user.screen_name`. Of several the first that a post has counts.
package struct Profile: Sendable, Hashable {
  /// A text of a post, and where it is found.
  package struct TextField: Sendable, Hashable {
    package var name: String
    package var candidates: [String]

    /// Names a text.
    package init(name: String, candidates: [String]) {
      self.name = name
      self.candidates = candidates
    }
  }

  /// How topics are marked in a text.
  package enum Hashtags: String, Sendable, Hashable {
    /// They are not.
    case none
    /// `#topic#`, with spaces in it or not.
    case wrapped
    /// `#topic`, up to a space or a sign.
    case plain
  }

  package var name: String
  /// What becomes `PostFacts.platform`, unless a field of `platformFields` says.
  package var platform: String?
  package var platformFields: [String] = []
  package var texts: [TextField] = []
  /// The text of a post that was passed on whole, and its account.
  package var quoted: [String] = []
  package var quotedAccount: [String] = []
  package var id: [String] = []
  package var account: [String] = []
  package var accountName: [String] = []
  package var verified: [String] = []
  package var agency: [String] = []
  package var location: [String] = []
  package var time: [String] = []
  package var tags: [String] = []
  package var url: [String] = []
  package var hashtags = Hashtags.none
  /// Whether `//@account:` begins what others wrote.
  package var hasRepostMarks = false
  /// Whether texts may be HTML.
  package var isMarkup = false
  /// What interfaces leave behind at the end of a text.
  package var tails: [String] = []

  /// A profile that knows no field.
  package init(name: String) { self.name = name }
}
