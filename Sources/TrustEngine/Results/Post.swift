/// What is screened: the fields of one post, each with a text of its own.
public struct Post: Sendable, Hashable {
  /// A named text of a post, such as its title.
  public struct Field: Sendable, Hashable {
    /// The name, such as `title` or `text`.
    public var name: String
    /// The text; may be empty.
    public var text: String

    /// Makes a field.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// What the caller knows the post by; it comes back in the report.
  public var id: String?
  /// The fields, in reading order.
  public var fields: [Field]

  /// Makes a post of several fields.
  public init(id: String? = nil, fields: [Field]) {
    self.id = id
    self.fields = fields
  }

  /// Makes a post of one field, `text`.
  public init(id: String? = nil, text: String) {
    self.init(id: id, fields: [Field(name: "text", text: text)])
  }
}
