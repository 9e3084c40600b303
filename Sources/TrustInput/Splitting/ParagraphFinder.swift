/// Lines up to a blank one are a record.
struct ParagraphFinder: RecordFinder {
  private(set) var isSkipping = false
  /// What was looked at.
  private var seen = 0
  /// The line in which `seen` is.
  private var line = 1
  /// Where the paragraph begins that has not ended, and its line.
  private var open: (start: Int, line: Int)?
  private var lineStart = 0
  private var lineIsBlank = true

  var openLine: Int { open?.line ?? line }

  mutating func find(in bytes: borrowing Span<UInt8>, isEnd: Bool) -> FoundRecords {
    var found = FoundRecords(line: openLine)
    while seen < bytes.count {
      let byte = bytes[seen]
      seen += 1
      if byte == UInt8(ascii: "\n") {
        endLine(into: &found)
      } else if byte != 0x20, byte != 0x09, byte != 0x0D, lineIsBlank {
        lineIsBlank = false
        // Not where the line begins, as white space may have gone by already.
        if open == nil { open = (seen - 1, line) }
      }
    }
    if isEnd { endParagraph(at: seen, into: &found) }
    found.end = open?.start ?? seen
    return found
  }

  private mutating func endLine(into found: inout FoundRecords) {
    if lineIsBlank { endParagraph(at: lineStart, into: &found) }
    lineStart = seen
    lineIsBlank = true
    line += 1
  }

  private mutating func endParagraph(at end: Int, into found: inout FoundRecords) {
    guard let (start, line) = open else { return }
    if !isSkipping { found.pieces.append(RecordPiece(range: start..<end, line: line)) }
    isSkipping = false
    open = nil
  }

  mutating func remove(_ count: Int) {
    seen -= count
    lineStart -= count
    if let (start, line) = open { open = (start - count, line) }
  }

  mutating func skip() { isSkipping = true }
}
