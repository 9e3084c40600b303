/// All of the text is one record.
struct DocumentFinder: RecordFinder {
  let openLine = 1
  private(set) var isSkipping = false

  mutating func find(in bytes: borrowing Span<UInt8>, isEnd: Bool) -> FoundRecords {
    var found = FoundRecords()
    if isSkipping {
      found.start = bytes.count
      found.end = bytes.count
    } else if isEnd {
      found.end = bytes.count
      if !bytes.isEmpty { found.pieces = [RecordPiece(range: 0..<bytes.count, line: 1)] }
    }
    return found
  }

  mutating func remove(_ count: Int) {}

  mutating func skip() { isSkipping = true }
}
