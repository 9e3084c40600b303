/// The stretches between values that lines had so far, such as `,"author": `: all that is between
/// the end of a value, or the beginning of the line, and the beginning of the next value.
///
/// Lines made by one program have the same few stretches in the same order. What was read
/// thoroughly once is afterwards only compared; as equal bytes are equal keys, nothing is taken on
/// trust but the order, and that is only a guess of what to compare with first.
struct KnownKeys {
  /// The most bytes of a stretch that is remembered.
  static let width = 32
  /// The most stretches that are remembered.
  static let capacity = 64
  /// No stretch.
  static let none = -1

  // PERF: 8 bytes, so that a key is one load.
  private struct Key {
    var slot: Int16
    /// The stretch that was next to it last.
    var next = Int16(KnownKeys.none)
    var length: UInt8
    var isFirst: Bool
  }

  private var keys: [Key] = []
  /// The bytes of the stretches, `width` for each.
  private var entries: [UInt8] = []
  private var first = KnownKeys.none

  /// The slot of a stretch that is remembered.
  func slot(of key: Int) -> Int { Int(keys[key].slot) }

  /// The length of a stretch that is remembered.
  func length(of key: Int) -> Int { Int(keys[key].length) }

  /// The stretch at a place of the bytes if it is one of those to expect behind another one: the one
  /// that was next to it last, or, as programs leave out what is empty, one of the two after that.
  func find(
    in bytes: borrowing Span<UInt8>,
    at start: Int,
    _ isFirst: Bool,
    after key: Int
  ) -> Int {
    guard start < bytes.count, bytes[start] != UInt8(ascii: "}") else { return Self.none }
    var guess = isFirst ? first : key == Self.none ? Self.none : Int(keys[key].next)
    for _ in 0..<3 {
      if guess == Self.none || isAt(start, of: bytes, guess, isFirst) { return guess }
      guess = Int(keys[guess].next)
    }
    return Self.none
  }

  private func isAt(
    _ start: Int,
    of bytes: borrowing Span<UInt8>,
    _ key: Int,
    _ isFirst: Bool
  ) -> Bool {
    let known = keys[key]
    return known.isFirst == isFirst
      && Kernel.begins(
        bytes,
        from: start,
        with: entries,
        at: key &* Self.width,
        length: Int(known.length)
      )
  }

  /// Remembers a stretch and what it was behind of.
  ///
  /// - Returns: The stretch, or `none` if it is too long or there are too many.
  mutating func learn(
    _ stretch: Range<Int>,
    of bytes: borrowing Span<UInt8>,
    slot: Int,
    isFirst: Bool,
    after key: Int
  ) -> Int {
    var found = Self.none
    for candidate in keys.indices where Int(keys[candidate].length) == stretch.count {
      guard isAt(stretch.lowerBound, of: bytes, candidate, isFirst) else { continue }
      found = candidate
      break
    }
    if found == Self.none, stretch.count <= Self.width, keys.count < Self.capacity,
      let narrowSlot = Int16(exactly: slot)
    {
      found = keys.count
      keys.append(Key(slot: narrowSlot, length: UInt8(stretch.count), isFirst: isFirst))
      Kernel.append(bytes, in: stretch, to: &entries)
      entries += [UInt8](repeating: 0, count: keys.count * Self.width - entries.count)
    }
    if isFirst { first = found } else if key != Self.none { keys[key].next = Int16(found) }
    return found
  }
}
