/// Turns byte offsets of a text into spans in all three units.
///
/// It remembers the last span, so that spans asked for in the order of their starts cost one walk
/// over the text in all.
package struct OffsetConverter {
  private struct Position {
    var byte = 0
    var utf16 = 0
    var scalars = 0
  }

  private let bytes: [UInt8]
  private var start = Position()
  private var end = Position()

  /// Makes a converter for the original bytes, which may be ill-formed.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The span of a run of bytes that starts and ends between characters.
  package mutating func span(_ range: Range<Int>) -> TextSpan {
    start = position(of: range.lowerBound)
    end = position(of: range.upperBound)
    return TextSpan(
      utf8: range,
      utf16: start.utf16..<end.utf16,
      scalars: start.scalars..<end.scalars
    )
  }

  private func position(of offset: Int) -> Position {
    var at = offset >= end.byte ? end : offset >= start.byte ? start : Position()
    while at.byte < offset {
      let decoded = UTF8Decoding.decode(bytes.span, at: at.byte)
      at.byte += decoded.length
      at.scalars += 1
      at.utf16 += decoded.scalar > 0xFFFF ? 2 : 1
    }
    return at
  }
}
