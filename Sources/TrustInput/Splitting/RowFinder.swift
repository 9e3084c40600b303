/// Rows of delimited values by RFC 4180, which may hold line breaks between quotation marks.
///
/// Forgiven: any of CR, LF, CRLF as a row's end; a quotation mark inside a value that did not begin
/// with one; text behind a closing mark. A mark that is not closed within the longest record costs only
/// its line: that is reported, and reading goes on with the next line.
struct RowFinder: RecordFinder {
  private enum State {
    case atFieldStart
    case plain
    case quoted
    case behindQuote
  }

  /// How often a row may go wrong before quotation marks are no longer believed in, which bounds the
  /// work that a hostile file can ask for.
  static let mostFaults = 100

  private let delimiter: UInt8
  /// The longest row that is believed to have a line break between quotation marks.
  private let limit: Int
  private(set) var isSkipping = false
  private var state = State.atFieldStart
  private var seen = 0
  private var line = 1
  private var rowStart = 0
  private(set) var openLine = 1
  private var faults = 0

  /// Finds rows whose values are parted by a byte.
  init(delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    self.limit = limit
  }

  mutating func find(in bytes: borrowing Span<UInt8>, isEnd: Bool) -> FoundRecords {
    var found = FoundRecords(line: openLine)
    while true {
      scan(bytes, isEnd: isEnd, into: &found)
      guard isEnd, rowStart < bytes.count else { break }
      guard state == .quoted, !isSkipping else {
        endRow(at: bytes.count, into: &found)
        break
      }
      giveUpQuote(in: bytes, into: &found)
    }
    found.end = isSkipping ? seen : rowStart
    return found
  }

  private mutating func scan(
    _ bytes: borrowing Span<UInt8>,
    isEnd: Bool,
    into found: inout FoundRecords
  ) {
    while seen < bytes.count {
      let byte = bytes[seen]
      let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      // Whether CR and LF are one break cannot be told yet.
      if byte == UInt8(ascii: "\r"), seen + 1 == bytes.count, !isEnd { return }
      let end = seen
      seen += 1
      if state == .quoted, seen - rowStart > limit {
        leaveQuote(in: bytes, into: &found)
        continue
      }
      if isBreak {
        if byte == UInt8(ascii: "\r"), seen < bytes.count, bytes[seen] == UInt8(ascii: "\n") {
          seen += 1
        }
        line += 1
        if state != .quoted { endRow(at: end, into: &found) }
        continue
      }
      state = next(byte)
    }
  }

  private func next(_ byte: UInt8) -> State {
    switch state {
    case .quoted: return byte == UInt8(ascii: "\"") ? .behindQuote : .quoted
    case .behindQuote where byte == UInt8(ascii: "\""): return .quoted
    case .atFieldStart where byte == UInt8(ascii: "\"") && believesQuotes: return .quoted
    case .atFieldStart, .plain, .behindQuote: return byte == delimiter ? .atFieldStart : .plain
    }
  }

  private var believesQuotes: Bool { faults < Self.mostFaults && seen - rowStart <= limit }

  /// A row is too long for what is between quotation marks.
  private mutating func leaveQuote(
    in bytes: borrowing Span<UInt8>,
    into found: inout FoundRecords
  ) {
    if line > openLine { return giveUpQuote(in: bytes, into: &found) }
    // Its first line is too long already: no line break has been taken for text.
    faults += 1
    state = .plain
    seen -= 1
  }

  private mutating func endRow(
    at end: Int,
    _ fault: RecordPiece.Fault? = nil,
    into found: inout FoundRecords
  ) {
    if !isSkipping, end > rowStart {
      found.pieces.append(RecordPiece(range: rowStart..<end, line: openLine, fault: fault))
    }
    isSkipping = false
    state = .atFieldStart
    rowStart = seen
    openLine = line
  }

  /// Ends the row that has not ended at its first line, and goes back there.
  private mutating func giveUpQuote(
    in bytes: borrowing Span<UInt8>,
    into found: inout FoundRecords
  ) {
    faults += 1
    var end = rowStart
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    seen = end
    if seen < bytes.count {
      let isPair =
        bytes[seen] == UInt8(ascii: "\r") && seen + 1 < bytes.count
        && bytes[seen + 1] == UInt8(ascii: "\n")
      seen += isPair ? 2 : 1
    }
    line = openLine + 1
    endRow(at: end, .openQuote, into: &found)
  }

  mutating func remove(_ count: Int) {
    seen -= count
    rowStart -= count
  }

  mutating func skip() { isSkipping = true }
}
