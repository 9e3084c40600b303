/// The hash of FIPS 180-4, for digests of packs and fingerprints of findings.
///
/// Our own because the core depends on no other module; tested against the standard's vectors.
package struct SHA256 {
  private var state: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)

  /// The hash of bytes, in lower-case hexadecimal.
  ///
  /// - Complexity: O(n).
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: digits(of: Array(bytes)), as: UTF8.self)
  }

  /// The hash of bytes as 64 ASCII digits, hexadecimal and lower-case.
  ///
  /// - Complexity: O(n).
  package static func digits(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    let whole = bytes.count & ~63
    for block in stride(from: 0, to: whole, by: 64) { hash.compress(bytes.span, at: block) }
    // The rest, a one bit, and the length in bits at the end of the last block.
    var rest = Array(bytes[whole...])
    rest.append(0x80)
    while rest.count & 63 != 56 { rest.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      rest.append(UInt8(truncatingIfNeeded: UInt64(8 * bytes.count) >> UInt64(shift)))
    }
    for block in stride(from: 0, to: rest.count, by: 64) { hash.compress(rest.span, at: block) }
    return hash.digits
  }

  private var digits: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for word in state.indices {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: state[word] >> shift & 0xF)
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return digits
  }

  private mutating func compress(_ bytes: Span<UInt8>, at block: Int) {
    for index in 0..<16 {
      let at = block + 4 * index
      schedule[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
        | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let early = schedule[index - 15]
      let late = schedule[index - 2]
      let a = Self.rotate(early, 7) ^ Self.rotate(early, 18) ^ early >> 3
      let b = Self.rotate(late, 17) ^ Self.rotate(late, 19) ^ late >> 10
      schedule[index] = schedule[index - 16] &+ a &+ schedule[index - 7] &+ b
    }
    // PERF: eight variables and no array, so that they stay in registers.
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    let constants = Self.constants
    for index in 0..<64 {
      let s1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
      let first = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[index] &+ schedule[index]
      let s0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
      let second = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    state &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word >> by | word << (32 - by)
  }

  private static let constants: [UInt32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}
