/// Objects of JSON: one behind the other, in an array, or in an array that is a member of an object.
///
/// `{"data": {"list": [{…}, {…}]}}` holds two records if the names on the way are known as those of
/// wrappers; any other object is a record itself. After a mistake reading goes on at the next line
/// that begins with an object.
struct ObjectFinder: RecordFinder {
  /// The names of members that hold records, in exports of public tools and of platforms.
  static let wrappers: Set<String> = [
    "data", "items", "list", "posts", "records", "results", "rows", "articles", "notes", "weibo",
    "statuses", "cards", "aweme_list", "videos", "messages", "entries", "documents", "feeds",
  ]

  var isSkipping = false
  var seen = 0
  var line = 1
  /// Where the record begins that has not ended, and its line.
  var open: (start: Int, line: Int)?

  /// How many containers are open.
  var depth = 0
  /// How many of the outermost ones are objects that may be wrappers.
  var chain = 0
  /// The depth at which records stand in an array, or 0.
  var elements = 0
  var isInString = false
  var isEscaped = false
  /// Whether the record is a number, a word or the like.
  var isScalar = false
  /// Whether an array has begun that holds records if its first element is an object.
  var awaitsElement = false
  /// Whether the outermost object turned out to be a wrapper.
  var isWrapper = false
  /// The last string at the depth of the chain.
  var name: [UInt8] = []
  /// Whether a mistake was met, and the next line that begins with an object is looked for.
  var isLost = false
  var lineIsBlank = true

  var openLine: Int { open?.line ?? line }

  mutating func find(in bytes: borrowing Span<UInt8>, isEnd: Bool) -> FoundRecords {
    var found = FoundRecords(line: openLine)
    while seen < bytes.count {
      let byte = bytes[seen]
      if isLost, !(lineIsBlank && byte == UInt8(ascii: "{")) {
        goBy(byte)
        continue
      }
      isLost = false
      look(at: byte, into: &found)
    }
    if isEnd {
      if isScalar, !isInString { end(at: seen, .noObject, into: &found) }
      // An array that is not closed may lack records, too.
      if open == nil, depth > 0 { begin() }
      end(at: seen, .unfinished, into: &found)
    }
    found.end = open?.start ?? seen
    return found
  }

  private mutating func goBy(_ byte: UInt8) {
    seen += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      lineIsBlank = true
    } else if byte != 0x20, byte != 0x09, byte != 0x0D {
      lineIsBlank = false
    }
  }

  mutating func begin() { open = (seen, line) }

  mutating func end(
    at end: Int,
    _ fault: RecordPiece.Fault? = nil,
    into found: inout FoundRecords
  ) {
    guard let (start, line) = open else { return }
    if !isSkipping {
      found.pieces.append(RecordPiece(range: start..<end, line: line, fault: fault))
    }
    isSkipping = false
    isScalar = false
    open = nil
  }

  mutating func remove(_ count: Int) {
    seen -= count
    if let (start, line) = open { open = (start - count, line) }
  }

  mutating func skip() { isSkipping = true }
}
