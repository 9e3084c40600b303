/// The segmenters of one task, each opened when it is first needed and then reused.
package struct SegmenterSet: ~Copyable {
  private var characters: Segmenter?
  private var words: Segmenter?
  private var sentences: Segmenter?

  /// Opens nothing yet.
  package init() {}

  /// The word boundaries of UTF-16 text.
  package mutating func words(_ text: [UInt16]) throws(Segmenter.Failure) -> [Int32] {
    if words == nil { words = try Segmenter(.words) }
    return try words?.boundaries(utf16: text) ?? []
  }

  /// The sentence boundaries of UTF-8 text.
  package mutating func sentences(
    _ text: borrowing Span<UInt8>
  ) throws(Segmenter.Failure) -> [Int32] {
    if sentences == nil { sentences = try Segmenter(.sentences) }
    return try sentences?.boundaries(utf8: text) ?? []
  }

  /// The boundaries of user-perceived characters of UTF-8 text.
  package mutating func characters(
    _ text: borrowing Span<UInt8>
  ) throws(Segmenter.Failure) -> [Int32] {
    if characters == nil { characters = try Segmenter(.characters) }
    return try characters?.boundaries(utf8: text) ?? []
  }
}
