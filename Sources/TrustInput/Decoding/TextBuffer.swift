/// Decoded text that is not yet cut into batches, and the way back to the source.
struct TextBuffer {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each byte, how many bytes of the source it stands for.
  ///
  /// `Decoder.illFormed` is set where there was no character. Empty as long as text and source are
  /// the same.
  private(set) var widths: [UInt8] = []
  /// The place in the source of the first byte.
  private(set) var offset = 0

  /// Goes by bytes of the source that are no text, before there is any.
  mutating func skip(_ count: Int) { offset += count }

  /// Appends bytes that are UTF-8 already.
  mutating func append(_ more: ArraySlice<UInt8>) {
    bytes += more
    if !widths.isEmpty { widths += repeatElement(1, count: more.count) }
  }

  /// Lets a source append bytes that are UTF-8 already.
  mutating func read<Failure: Error>(
    _ body: (inout [UInt8]) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    try body(&bytes)
  }

  mutating func append(_ decoded: Decoder.Decoded) {
    if widths.isEmpty { widths = [UInt8](repeating: 1, count: bytes.count) }
    bytes += decoded.bytes
    widths += decoded.widths
  }

  /// Removes what has been dealt with.
  mutating func removeFirst(_ count: Int) {
    offset += Self.sourceLength(count, of: widths)
    bytes.removeFirst(count)
    if !widths.isEmpty { widths.removeFirst(count) }
  }

  /// How many bytes of the source the first bytes stand for.
  static func sourceLength(_ count: Int, of widths: [UInt8]) -> Int {
    guard !widths.isEmpty else { return count }
    return widths[..<count].reduce(0) { $0 + Int($1 & ~Decoder.illFormed) }
  }
}
