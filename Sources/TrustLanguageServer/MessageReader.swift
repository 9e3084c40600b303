/// Cuts what an editor sends into messages: a header with `Content-Length`, an empty line, the body.
///
/// What is no message is told once and left behind, so that one broken sender does not end a session.
package struct MessageReader {
  /// What stands next in the stream.
  package enum Item: Equatable, Sendable {
    /// The body of a message.
    case message([UInt8])
    /// Bytes that were passed over, and why.
    case broken(String)
  }

  /// The largest body that is read, in bytes: far above any draft, far below what would exhaust memory.
  package static let largestBody = 64 << 20
  /// The largest header, in bytes.
  package static let largestHeader = 8 << 10

  private var pending: [UInt8] = []
  /// How many bytes of a body that is too large are still to be passed over.
  private var skipping = 0

  /// Makes a reader at the beginning of a stream.
  package init() {}

  /// Takes in bytes as they arrive, in pieces of any size.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    let skipped = min(skipping, bytes.count)
    skipping -= skipped
    pending += bytes.dropFirst(skipped)
  }

  /// The next item, or `nil` if more bytes are needed.
  ///
  /// - Complexity: linear in the bytes that are held.
  package mutating func next() -> Item? {
    guard let header = headerRange() else {
      guard pending.count > Self.largestHeader else { return nil }
      pending.removeAll()
      return .broken("a header longer than \(Self.largestHeader) bytes was passed over")
    }
    let length: Int
    do throws(HeaderProblem) {
      length = try Self.bodyLength(pending[header])
    } catch {
      pending.removeFirst(header.upperBound)
      return .broken(error.description)
    }
    guard length <= Self.largestBody else {
      let held = min(length, pending.count - header.upperBound)
      pending.removeFirst(header.upperBound + held)
      skipping = length - held
      return .broken("a message of \(length) bytes was passed over; \(Self.largestBody) are read")
    }
    let end = header.upperBound + length
    guard pending.count >= end else { return nil }
    let body = Array(pending[header.upperBound..<end])
    pending.removeFirst(end)
    return .message(body)
  }

  /// The header with the empty line that ends it.
  private func headerRange() -> Range<Int>? {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    let last = min(pending.count, Self.largestHeader) - end.count
    guard last >= 0 else { return nil }
    return (0...last).first { pending[$0..<$0 + end.count].elementsEqual(end) }
      .map { 0..<$0 + end.count }
  }

  private enum HeaderProblem: Error {
    case noLength
    case badLength(String)

    var description: String {
      switch self {
      case .noLength: "a header without Content-Length was passed over"
      case .badLength(let text): "a header was passed over: “\(text)” is no Content-Length"
      }
    }
  }

  private static func bodyLength(_ header: ArraySlice<UInt8>) throws(HeaderProblem) -> Int {
    for line in String(decoding: header, as: UTF8.self).split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].lowercased() == "content-length"
      else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      guard let length = Int(value), length >= 0 else { throw .badLength(String(value.prefix(40))) }
      return length
    }
    throw .noLength
  }
}
