/// What a line of JSON has for a field that was asked for.
public enum FieldValue: Sendable, Equatable {
  /// Nothing, or `null`.
  case missing
  /// Text that stands in the block as it is.
  case text(Range<Int>)
  /// Text that has escapes: where it stands decoded, in `LineReader.decoded`.
  case decoded(Range<Int>)
  /// A number, as it is written in the block.
  case number(Range<Int>)
  /// `true`, `false`, an array or an object: where it stands in the block.
  case other(Range<Int>)
}
