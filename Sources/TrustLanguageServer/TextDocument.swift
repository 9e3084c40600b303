internal import TrustReport

/// A place as editors write it: line and character count from 0.
package struct Position: Hashable, Sendable, Decodable {
  /// The line.
  package var line: Int
  /// The units before the place in its line; which units was agreed upon at the start.
  package var character: Int

  /// Makes a place.
  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  var json: JSON { ["line": .integer(line), "character": .integer(character)] }
}

/// A draft that is open in an editor.
///
/// The text is the editor's; its bytes are well-formed UTF-8, as a Swift string's are.
package struct TextDocument: Sendable {
  /// The editor's number of this state of the text.
  package private(set) var version: Int?
  /// The text.
  package private(set) var utf8: [UInt8]
  /// Where each line starts; a line ends at `\n`, `\r\n` or `\r`, as the protocol says.
  private var lineStarts: [Int]

  /// Makes a draft from its text.
  package init(_ text: String, version: Int? = nil) {
    utf8 = Array(text.utf8)
    self.version = version
    lineStarts = Self.lineStarts(utf8)
  }

  /// The place of a byte.
  package func position(ofByte offset: Int, in encoding: PositionEncoding) -> Position {
    let offset = min(max(offset, 0), utf8.count)
    let line = (lineStarts.firstIndex { $0 > offset } ?? lineStarts.count) - 1
    var units = 0
    var at = lineStarts[line]
    while at < offset {
      units += encoding.units(ofScalarStartingWith: utf8[at])
      at += PositionEncoding.byteCount(utf8[at])
    }
    return Position(line: line, character: units)
  }

  /// The byte at a place; one behind the end of its line is the line's end, one inside a character
  /// the character's start.
  package func offset(of position: Position, in encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineStarts.count else { return utf8.count }
    var at = lineStarts[position.line]
    let end = contentEnd(ofLine: position.line)
    var units = 0
    while at < end {
      units += encoding.units(ofScalarStartingWith: utf8[at])
      guard units <= position.character else { break }
      at += PositionEncoding.byteCount(utf8[at])
    }
    return at
  }

  /// Puts a text in the place of some bytes, or of all.
  package mutating func replace(_ range: Range<Int>?, with text: String, version: Int?) {
    utf8.replaceSubrange(range ?? 0..<utf8.count, with: Array(text.utf8))
    lineStarts = Self.lineStarts(utf8)
    self.version = version
  }

  private func contentEnd(ofLine line: Int) -> Int {
    guard line + 1 < lineStarts.count else { return utf8.count }
    var end = lineStarts[line + 1]
    while end > lineStarts[line], utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isPair) { starts.append(index + 1) }
    }
    return starts
  }
}
