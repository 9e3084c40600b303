internal import TrustText

extension TransitionTable {
  /// Reads the transitions between so many states.
  init(from reader: inout BinaryReader, states: Int) throws(BinaryDamage) {
    keys = try reader.array()
    targets = try reader.array(count: keys.count, below: states)
    // A search ends at an empty place.
    guard keys.count.nonzeroBitCount == 1, keys.count > 1, keys.contains(0) else {
      throw reader.damage("a table of transitions is full")
    }
    shift = UInt64(64 - keys.count.trailingZeroBitCount)
  }

  /// Writes the transitions.
  func write(to writer: inout BinaryWriter) {
    writer.write(keys)
    writer.write(targets)
  }

  /// How many transitions there are.
  var count: Int { keys.count { $0 != 0 } }

  /// For each state, the one that leads to it, or -1.
  func parents(states: Int) -> [Int32] {
    var parents = [Int32](repeating: -1, count: states)
    for (key, target) in zip(keys, targets) where key != 0 {
      parents[Int(target)] = Int32(clamping: key >> 24)
    }
    return parents
  }
}
