internal import TrustText

/// Reads a source as UTF-8, whatever its encoding.
///
/// The encoding is known from a mark; else it is found out from the first bytes that are not ASCII,
/// which may come late, and goes for all that follows.
struct TextStream {
  /// Why text cannot be read.
  enum Failure: Error {
    case source(ByteSource.Failure)
    /// The encoding cannot be told.
    case unknownEncoding
    /// The ICU at hand has no converter for it.
    case noConverter(TextEncoding)
    /// It is no text.
    case binary
  }

  private enum State {
    /// Nothing was read.
    case atStart
    /// All was ASCII so far.
    case ascii
    case utf8
    case other(Decoder)
  }

  /// How much is read at once.
  ///
  /// The encoding is found out from no more, so that it does not depend on the size of batches.
  static let chunk = 1 << 18

  private let source: ByteSource
  private let wanted: TextEncoding?
  private var state = State.atStart
  /// What was read and is not decoded: at first the head, later characters that were cut off.
  private var raw: [UInt8]

  /// Reads a source of which the first bytes were read already; `wanted` is its encoding, if known.
  init(_ source: ByteSource, head: [UInt8], encoding wanted: TextEncoding?) {
    self.source = source
    self.wanted = wanted
    raw = head
  }

  /// Appends the next text.
  ///
  /// - Returns: Whether there may be more.
  mutating func read(into buffer: inout TextBuffer) throws(Failure) -> Bool {
    if case .utf8 = state {
      return try buffer.read { bytes throws(Failure) in
        do throws(ByteSource.Failure) { return try source.read(Self.chunk, into: &bytes) } catch {
          throw .source(error)
        }
      }
    }
    var broken: ByteSource.Failure?
    var hasMore = false
    do throws(ByteSource.Failure) {
      hasMore = try source.read(max(1, Self.chunk - raw.count), into: &raw)
    } catch {
      broken = error
    }
    // What came before a failure is text, too.
    try decode(isLast: !hasMore, into: &buffer)
    if let broken { throw .source(broken) }
    return hasMore
  }

  private mutating func decode(isLast: Bool, into buffer: inout TextBuffer) throws(Failure) {
    if case .atStart = state { try start(&buffer) }
    if case .ascii = state { try decide() }
    switch state {
    case .atStart: break
    case .ascii, .utf8:
      buffer.append(raw[...])
      raw.removeAll(keepingCapacity: true)
    case .other(let decoder):
      guard let decoded = decoder.decode(raw.span, isLast: isLast) else { throw .binary }
      raw.removeFirst(decoded.consumed)
      buffer.append(decoded)
    }
  }

  /// Reads the mark, if there is one.
  private mutating func start(_ buffer: inout TextBuffer) throws(Failure) {
    state = .ascii
    let mark = TextEncoding.mark(at: raw[...])
    if let mark {
      raw.removeFirst(mark.length)
      buffer.skip(mark.length)
    }
    // A file's own word goes before what was said of all files.
    if let encoding = mark?.encoding ?? wanted { try use(encoding) }
  }

  private mutating func decide() throws(Failure) {
    let isBinary = raw.contains(0)
    guard isBinary || raw.contains(where: { $0 >= 0x80 }) else { return }
    if let encoding = EncodingDetector.encoding(of: raw[...]) { return try use(encoding) }
    throw isBinary ? .binary : .unknownEncoding
  }

  private mutating func use(_ encoding: TextEncoding) throws(Failure) {
    guard encoding != .utf8 else { return state = .utf8 }
    guard let decoder = Decoder(encoding) else { throw .noConverter(encoding) }
    state = .other(decoder)
  }
}
