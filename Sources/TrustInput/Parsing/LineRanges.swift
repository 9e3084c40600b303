/// Goes through the lines of a block, as `LineReader` counts them.
struct LineRanges {
  /// The number of the last line, from 1.
  private(set) var number = 0
  private var at = 0

  /// The next line without its break.
  mutating func next(in block: borrowing Span<UInt8>) -> Range<Int>? {
    guard at < block.count else { return nil }
    let start = at
    while at < block.count, block[at] != UInt8(ascii: "\n") { at += 1 }
    let line = start..<at
    at += 1
    number += 1
    return line
  }
}
