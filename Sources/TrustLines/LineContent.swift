/// What a line is.
public enum LineContent: Sendable, Equatable {
  /// Nothing but white space.
  case blank
  /// A JSON object; the values of its fields are in the reader.
  case object
  /// JSON of another kind.
  case otherJSON
  /// No JSON, or not UTF-8.
  case malformed
}
