/// Reads one scalar at a time from bytes that may not be UTF-8.
package enum UTF8Decoding {
  /// A scalar, how many bytes it took, and whether the bytes were well-formed.
  package struct Decoded {
    /// The scalar's value; U+FFFD for ill-formed bytes.
    package var scalar: UInt32
    /// The length in bytes, at least 1.
    package var length: Int
    /// Whether the bytes were UTF-8.
    package var isValid: Bool
  }

  /// What replaces each maximal ill-formed run, as the Unicode Standard recommends (table 3-8).
  package static let replacement: UInt32 = 0xFFFD

  /// Decodes the scalar at `index`, which must be inside `bytes`.
  ///
  /// An ill-formed run of bytes gives one U+FFFD for its longest prefix that could have begun a
  /// character, so that a text of n bytes never gives more than n scalars.
  ///
  /// - Complexity: O(1).
  @inlinable
  package static func decode(_ bytes: borrowing Span<UInt8>, at index: Int) -> Decoded {
    let first = UInt32(bytes[index])
    if first < 0x80 { return Decoded(scalar: first, length: 1, isValid: true) }

    // The lead byte fixes the length and, for four of them, the range of the second byte.
    let length: Int
    var lowest: UInt32 = 0x80
    var highest: UInt32 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { lowest = 0xA0 }
      if first == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { lowest = 0x90 }
      if first == 0xF4 { highest = 0x8F }
    default: return Decoded(scalar: replacement, length: 1, isValid: false)
    }

    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard index + offset < bytes.count else {
        return Decoded(scalar: replacement, length: offset, isValid: false)
      }
      let next = UInt32(bytes[index + offset])
      guard next >= lowest, next <= highest else {
        return Decoded(scalar: replacement, length: offset, isValid: false)
      }
      scalar = scalar << 6 | next & 0x3F
      lowest = 0x80
      highest = 0xBF
    }
    return Decoded(scalar: scalar, length: length, isValid: true)
  }
}

extension UTF8Decoding {
  /// The length in bytes of the longest prefix within a limit that does not cut a character.
  ///
  /// - Complexity: O(1).
  package static func prefix(of bytes: borrowing Span<UInt8>, atMost limit: Int) -> Int {
    guard bytes.count > limit else { return bytes.count }
    var end = max(0, limit)
    while end > 0, limit - end < 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
