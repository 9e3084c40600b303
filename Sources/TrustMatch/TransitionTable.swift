/// A hash table from (state, letter) to state, with linear probing.
struct TransitionTable: Sendable {
  /// `state << 24 | letter`; 0 is an empty place, as the root's transitions are kept elsewhere.
  var keys: [UInt64]
  var targets: [Int32]
  let shift: UInt64

  /// Makes room for `count` transitions.
  init(count: Int) {
    var bits: UInt64 = 4
    while 1 << bits < 2 * count { bits += 1 }
    keys = [UInt64](repeating: 0, count: 1 << bits)
    targets = [Int32](repeating: 0, count: 1 << bits)
    shift = 64 - bits
  }

  mutating func set(from state: Int32, _ letter: UInt32, to target: Int32) {
    let key = Self.key(state, letter)
    var place = place(of: key)
    while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    keys[place] = key
    targets[place] = target
  }

  func target(from state: Int32, _ letter: UInt32) -> Int32? {
    let key = Self.key(state, letter)
    var place = place(of: key)
    while keys[place] != 0 {
      if keys[place] == key { return targets[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  private static func key(_ state: Int32, _ letter: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 24 | UInt64(letter)
  }

  /// Fibonacci hashing: the multiplier is 2^64 divided by the golden ratio.
  private func place(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }
}
