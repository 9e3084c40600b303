internal import TrustText

/// XXH64 of bytes and numbers.
enum Digest {
  static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    // SAFETY: bytes have no padding.
    unsafe XXHash64.hash(bytes.span.bytes, seed: seed)
  }

  /// The digest of a number upon another.
  static func of(_ number: UInt64, upon before: UInt64) -> UInt64 {
    of((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }, seed: before)
  }
}
