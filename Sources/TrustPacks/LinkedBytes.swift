internal import TrustText

/// A pack file that is part of the program, seven bytes in eight ASCII characters: a Swift string
/// literal takes no other bytes, and a big array literal takes a minute to compile.
///
/// Only what is asked for is made into bytes again, right where it is to be.
struct LinkedBytes: BinaryBytes {
  let characters: StaticString
  let count: Int

  var isTrusted: Bool { true }

  func copy(_ range: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
    var at = range.lowerBound
    // Up to a whole group of seven bytes.
    while at < range.upperBound, at % 7 != 0 {
      unsafe target[at - range.lowerBound] = byte(at)
      at += 1
    }
    // PERF: a group is written as eight bytes, the last of which is the next one's first, 4 GB/s.
    var number = at / 7
    while at + 8 <= range.upperBound {
      // SAFETY: eight bytes are left in the target.
      unsafe target.storeBytes(
        of: group(number).littleEndian,
        toByteOffset: at &- range.lowerBound,
        as: UInt64.self
      )
      number &+= 1
      at &+= 7
    }
    while at < range.upperBound {
      unsafe target[at - range.lowerBound] = byte(at)
      at += 1
    }
  }

  private func byte(_ place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: group(place / 7) >> UInt64(8 * (place % 7)))
  }

  /// Seven bytes, from eight characters.
  private func group(_ number: Int) -> UInt64 {
    // SAFETY: the literal has eight characters for each seven of `count` bytes.
    var word = unsafe UInt64(
      littleEndian: UnsafeRawPointer(characters.utf8Start)
        .loadUnaligned(fromByteOffset: number &* 8, as: UInt64.self)
    )
    word = word & 0x007F_007F_007F_007F | (word & 0x7F00_7F00_7F00_7F00) >> 1
    word = word & 0x0000_3FFF_0000_3FFF | (word & 0x3FFF_0000_3FFF_0000) >> 2
    return word & 0x0FFF_FFFF | (word & 0x0FFF_FFFF_0000_0000) >> 4
  }
}
