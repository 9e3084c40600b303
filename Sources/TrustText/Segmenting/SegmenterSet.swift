/// The segmenters of one task, each opened when it is first needed and then reused.
package struct SegmenterSet: ~Copyable {
  private var characters: Segmenter?
  private var words: Segmenter?

  /// Opens nothing yet.
  package init() {}

  /// Puts the word boundaries of UTF-16 text in the place of what `boundaries` holds.
  package mutating func words(
    _ text: [UInt16],
    into boundaries: inout [Int32]
  ) throws(Segmenter.Failure) {
    if words == nil { words = try Segmenter(.words) }
    try words?.boundaries(utf16: text, into: &boundaries)
  }

  /// The boundaries of user-perceived characters of UTF-8 text.
  package mutating func characters(
    _ text: borrowing Span<UInt8>
  ) throws(Segmenter.Failure) -> [Int32] {
    if characters == nil { characters = try Segmenter(.characters) }
    return try characters?.boundaries(utf8: text) ?? []
  }
}
