/// Where the bytes of a pack file are: in memory, mapped, or part of the program.
package protocol PackBytes: Sendable {
  /// How many there are.
  var count: Int { get }

  /// Whether they are part of the program: those need no second look.
  var isTrusted: Bool { get }

  /// Gives some of the bytes for as long as the call takes; the range is one of `0..<count`.
  func withBytes<Result, Failure: Error>(
    _ range: Range<Int>,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result
}

extension [UInt8]: PackBytes {
  package var isTrusted: Bool { false }

  package func withBytes<Result, Failure: Error>(
    _ range: Range<Int>,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // SAFETY: the pointer is used during the call only, as the protocol asks.
    try unsafe span.bytes.withUnsafeBytes { bytes throws(Failure) in
      try unsafe body(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }
}
