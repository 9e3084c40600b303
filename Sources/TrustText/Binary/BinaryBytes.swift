/// Where the bytes of a binary file are: in memory, mapped, or part of the program.
package protocol BinaryBytes: Sendable {
  /// How many there are.
  var count: Int { get }

  /// Whether they are part of the program: those need no second look.
  var isTrusted: Bool { get }

  /// Copies some of the bytes to where there is room for just as many.
  func copy(_ range: Range<Int>, to target: UnsafeMutableRawBufferPointer)

  /// The hash of some of the bytes.
  func hash(_ range: Range<Int>) -> UInt64
}

extension BinaryBytes {
  /// Some of the bytes.
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
      // SAFETY: the buffer may have more room than was asked for.
      unsafe copy(
        range,
        to: UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[..<range.count]
        )
      )
      initialized = range.count
    }
  }

  package func hash(_ range: Range<Int>) -> UInt64 {
    let bytes = bytes(range)
    // SAFETY: bytes have no padding.
    return unsafe XXHash64.hash(bytes.span.bytes)
  }
}

extension [UInt8]: BinaryBytes {
  package var isTrusted: Bool { false }

  package func copy(_ range: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
    // SAFETY: the slice is bounds-checked, and the target is as long.
    unsafe self[range].withUnsafeBytes { unsafe target.copyMemory(from: $0) }
  }
}
