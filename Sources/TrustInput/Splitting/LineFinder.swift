/// Each line is a record.
struct LineFinder: RecordFinder {
  private(set) var openLine = 1
  private(set) var isSkipping = false

  mutating func find(in bytes: borrowing Span<UInt8>, isEnd: Bool) -> FoundRecords {
    var found = FoundRecords()
    if isSkipping {
      guard let end = Self.firstBreak(bytes) else {
        found.start = bytes.count
        found.end = bytes.count
        return found
      }
      isSkipping = false
      openLine += 1
      found.start = end + 1
    }
    found.line = openLine
    found.end = isEnd ? bytes.count : max(found.start, Self.behindLastBreak(bytes))
    openLine += LineBreaks.count(bytes.extracting(found.start..<found.end))
    return found
  }

  mutating func remove(_ count: Int) {}

  mutating func skip() { isSkipping = true }

  private static func firstBreak(_ bytes: borrowing Span<UInt8>) -> Int? {
    for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") { return place }
    return nil
  }

  private static func behindLastBreak(_ bytes: borrowing Span<UInt8>) -> Int {
    var place = bytes.count
    while place > 0, bytes[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    return place
  }
}
