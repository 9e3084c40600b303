internal import CTrustLines

/// The searches that are done many bytes at a time.
///
/// All pointers of this target are here.
enum Kernel {
  /// Where the first byte from `start` on is that a string of JSON cannot hold as it is.
  // PERF: a call costs as much as the search in a short string.
  @inline(__always)
  static func plainEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return start }
      // SAFETY: `start` is inside, and the callee reads no more than what is left.
      return unsafe start &+ trust_lines_plain(base + start, all.count - start)
    }
  }

  /// Where the first line break from `start` on is, or the end.
  static func lineEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return start }
      // SAFETY: `start` is inside, and the callee reads no more than what is left.
      return unsafe start &+ trust_lines_break(base + start, all.count - start)
    }
  }

  /// Whether the bytes from `start` on begin with an entry of `KnownKeys`.
  static func begins(
    _ bytes: borrowing Span<UInt8>,
    from start: Int,
    with entries: [UInt8],
    at entry: Int,
    length: Int
  ) -> Bool {
    guard start < bytes.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { all in
      unsafe entries.withUnsafeBufferPointer { known in
        guard let base = all.baseAddress, let first = known.baseAddress else { return false }
        precondition(entry + KnownKeys.width <= known.count)
        // SAFETY: `start` is inside and no more than what is left is read; the entry is 32 bytes.
        return unsafe trust_lines_begins(base + start, all.count - start, first + entry, length)
          != 0
      }
    }
  }

  /// The number that the four digits at `start` are, which must be inside, or more than 0xFFFF.
  static func hex(_ bytes: borrowing Span<UInt8>, at start: Int) -> UInt32 {
    precondition(start >= 0 && start + 4 <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return .max }
      // SAFETY: the four bytes that the callee reads are inside.
      return unsafe trust_lines_hex(base + start)
    }
  }

  /// Whether a part of the bytes is UTF-8.
  static func isUTF8(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> Bool {
    let part = bytes.extracting(range)
    return unsafe part.withUnsafeBufferPointer { all in
      // SAFETY: the callee reads `count` bytes.
      unsafe trust_lines_is_utf8(all.baseAddress, all.count) != 0
    }
  }

  /// Appends a part of the bytes.
  static func append(
    _ bytes: borrowing Span<UInt8>,
    in range: Range<Int>,
    to out: inout [UInt8]
  ) {
    let part = bytes.extracting(range)
    // SAFETY: the pointer is not kept.
    unsafe part.withUnsafeBufferPointer { all in unsafe out.append(contentsOf: all) }
  }
}
