/// Turns byte offsets of a text into spans in all three units.
///
/// It remembers where it stopped, so that offsets asked for in ascending order cost one walk over
/// the text in all.
package struct OffsetConverter {
  private let bytes: [UInt8]
  private var at = 0
  private var utf16 = 0
  private var scalars = 0

  /// Makes a converter for the original bytes, which may be ill-formed.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The span of a run of bytes that starts and ends between characters.
  package mutating func span(_ range: Range<Int>) -> TextSpan {
    let start = position(of: range.lowerBound)
    let end = position(of: range.upperBound)
    return TextSpan(
      utf8: range,
      utf16: start.utf16..<end.utf16,
      scalars: start.scalars..<end.scalars
    )
  }

  private mutating func position(of offset: Int) -> (utf16: Int, scalars: Int) {
    if offset < at {
      (at, utf16, scalars) = (0, 0, 0)
    }
    while at < offset {
      let decoded = UTF8Decoding.decode(bytes.span, at: at)
      at += decoded.length
      scalars += 1
      utf16 += decoded.scalar > 0xFFFF ? 2 : 1
    }
    return (utf16, scalars)
  }
}
