internal import TrustText

/// The lines of a text, and where a byte of it stands in them.
///
/// A line ends at `\n` or `\r\n`: what SARIF, editors and reviewers' tools agree on.
struct TextLines {
  /// A place as people and tools write it: everything counts from 1.
  struct Place: Hashable {
    /// The line.
    var line: Int
    /// The column in Unicode scalars.
    var column: Int
    /// The column in UTF-8 bytes.
    var byteColumn: Int
  }

  /// Two places; the end is the place behind the last character.
  struct Region: Hashable {
    var start: Place
    var end: Place
    var isOnOneLine: Bool { start.line == end.line }
  }

  let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the lines of a text, whose bytes may be ill-formed.
  ///
  /// - Complexity: linear in the text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// How many lines there are; an empty text has one, and so has what follows the last break.
  var count: Int { starts.count }

  /// The place of a byte, which is cut to the text.
  func place(ofByte offset: Int) -> Place {
    let offset = cut(offset)
    let line = lineIndex(ofByte: offset)
    let start = starts[line]
    return Place(
      line: line + 1,
      column: scalarCount(start..<offset) + 1,
      byteColumn: offset - start + 1
    )
  }

  /// The two places of a span.
  func region(of span: TextSpan) -> Region {
    let range = byteRange(of: span)
    return Region(
      start: place(ofByte: range.lowerBound),
      end: place(ofByte: range.upperBound)
    )
  }

  /// The bytes of a span, cut to the text.
  func byteRange(of span: TextSpan) -> Range<Int> {
    let start = cut(span.utf8.lowerBound)
    return start..<max(start, cut(span.utf8.upperBound))
  }

  /// The words of a span.
  func words(of span: TextSpan) -> String { text(in: byteRange(of: span)) }

  /// The text of some bytes.
  func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The lines, counted from 0, that a span touches.
  func lineIndices(of span: TextSpan) -> ClosedRange<Int> {
    let range = byteRange(of: span)
    let first = lineIndex(ofByte: range.lowerBound)
    guard !range.isEmpty else { return first...first }
    return first...max(first, lineIndex(ofByte: range.upperBound - 1))
  }

  /// The bytes of a line, counted from 0, without its break.
  func byteRange(ofLine line: Int) -> Range<Int> {
    let start = starts[line]
    guard line + 1 < starts.count else { return start..<bytes.count }
    var end = starts[line + 1] - 1
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func cut(_ offset: Int) -> Int {
    var offset = min(max(offset, 0), bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The last line that starts at or before a byte.
  private func lineIndex(ofByte offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      offset += UTF8Decoding.decode(bytes.span, at: offset).length
      count += 1
    }
    return count
  }
}
