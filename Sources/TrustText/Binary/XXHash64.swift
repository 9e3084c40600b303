/// The 64-bit hash XXH64 of Yann Collet: tells damage from whole files at the speed of memory.
///
/// It is no defence against somebody who wants to deceive. Tested against the reference's values.
package enum XXHash64 {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  /// The hash of bytes.
  ///
  /// - Complexity: O(n); 12 GB/s.
  package static func hash(_ bytes: RawSpan, seed: UInt64 = 0) -> UInt64 {
    let count = bytes.byteCount
    var at = 0
    var hash: UInt64
    if count >= 32 {
      var a = seed &+ primes.0 &+ primes.1
      var b = seed &+ primes.1
      var c = seed
      var d = seed &- primes.0
      while at + 32 <= count {
        a = round(a, word(bytes, at))
        b = round(b, word(bytes, at + 8))
        c = round(c, word(bytes, at + 16))
        d = round(d, word(bytes, at + 24))
        at += 32
      }
      hash = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* primes.0 &+ primes.3 }
    } else {
      hash = seed &+ primes.4
    }
    return finish(hash &+ UInt64(count), bytes, from: at)
  }

  /// Mixes in what is left of less than 32 bytes.
  private static func finish(_ mixed: UInt64, _ bytes: RawSpan, from start: Int) -> UInt64 {
    var hash = mixed
    var at = start
    let count = bytes.byteCount
    while at + 8 <= count {
      hash = rotate(hash ^ round(0, word(bytes, at)), 27) &* primes.0 &+ primes.3
      at += 8
    }
    if at + 4 <= count {
      // SAFETY: four bytes are left.
      let half = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt32.self)
      hash =
        rotate(hash ^ UInt64(UInt32(littleEndian: half)) &* primes.0, 23) &* primes.1 &+ primes.2
      at += 4
    }
    while at < count {
      // SAFETY: a byte is left.
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: at, as: UInt8.self)
      hash = rotate(hash ^ UInt64(byte) &* primes.4, 11) &* primes.0
      at += 1
    }
    hash = (hash ^ hash >> 33) &* primes.1
    hash = (hash ^ hash >> 29) &* primes.2
    return hash ^ hash >> 32
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* primes.1, 31) &* primes.0
  }

  private static func rotate(_ value: UInt64, _ by: UInt64) -> UInt64 {
    value << by | value >> (64 - by)
  }

  private static func word(_ bytes: RawSpan, _ at: Int) -> UInt64 {
    // SAFETY: callers ask for words that lie within the bytes; loads are bounds-checked besides.
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }
}
