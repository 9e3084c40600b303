/// A post as it was read from an archive.
package struct InputPost: Sendable, Hashable {
  /// A text of a post, decoded to UTF-8; spans of findings refer to it.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var text: [UInt8]
    /// The way from the text back to the document it was taken from; `nil` if it is a value of a
    /// record, or all of the document.
    package var map: SourceMap?

    /// Names a text.
    package init(name: String, text: [UInt8], map: SourceMap? = nil) {
      self.name = name
      self.text = text
      self.map = map
    }
  }

  package var place: InputPlace
  package var id: String?
  /// The texts, in reading order.
  package var fields: [Field]
  package var facts: PostFacts

  /// Describes a post.
  package init(place: InputPlace, id: String?, fields: [Field], facts: PostFacts) {
    self.place = place
    self.id = id
    self.fields = fields
    self.facts = facts
  }
}

/// Who posted something, where and when, as far as an archive tells.
package struct PostFacts: Sendable, Hashable {
  package var platform: String?
  /// The id of the account, or its name where there is none.
  package var account: String?
  package var accountName: String?
  package var isVerified: Bool?
  /// The agency (MCN) that the account discloses.
  package var agency: String?
  /// The place that the platform shows for the account's address.
  package var location: String?
  /// RFC 3339 with the offset that the archive states; without one where it states none.
  package var time: String?
  package var tags: [String] = []
  /// The accounts whose posts were passed on, the nearest first.
  package var repostChain: [String] = []
  package var url: String?

  /// Knows nothing yet.
  package init() {}
}
