/// A map from numbers to values that is emptied at once: entries of earlier rounds are not seen.
///
/// PERF: a post asks for some hundred of forty thousand elements; a table of those few stays in the
/// nearest cache, and an array with a place for each element would not.
struct RoundTable<Value> {
  private struct Slot {
    var key: Int32
    var round: UInt32
    var value: Value
  }

  private let filler: Value
  private var slots: [Slot]
  private var round: UInt32 = 1
  private var count = 0
  /// How far a hash is shifted to be the number of a slot.
  private var shift: UInt32

  /// Makes an empty table; `filler` stands where nothing does.
  init(filler: Value) {
    self.filler = filler
    shift = 32 - 8
    slots = [Slot](repeating: Slot(key: 0, round: 0, value: filler), count: 1 << 8)
  }

  /// Forgets everything.
  mutating func removeAll() {
    count = 0
    round &+= 1
    // A round that wraps around starts afresh.
    if round == 0 { self = RoundTable(filler: filler) }
  }

  /// The value of a key.
  subscript(key: Int32) -> Value? {
    let place = place(of: key)
    return slots[place].round == round ? slots[place].value : nil
  }

  /// The number of a key's slot, good until the next insertion; with `value` if the key is new.
  ///
  /// - Complexity: O(1) on average.
  mutating func slot(of key: Int32, orInsert value: Value) -> (number: Int, isNew: Bool) {
    let place = place(of: key)
    guard slots[place].round != round else { return (place, false) }
    slots[place] = Slot(key: key, round: round, value: value)
    count += 1
    guard 2 * count > slots.count else { return (place, true) }
    grow()
    return (self.place(of: key), true)
  }

  /// The value in a slot.
  subscript(slot slot: Int) -> Value {
    get { slots[slot].value }
    set { slots[slot].value = newValue }
  }

  /// Sets the value of a key.
  mutating func set(_ key: Int32, to value: Value) {
    let (slot, isNew) = slot(of: key, orInsert: value)
    if !isNew { slots[slot].value = value }
  }

  /// The slot that holds a key, or the free one where it belongs.
  private func place(of key: Int32) -> Int {
    // Fibonacci hashing: the multiplier is 2^32 divided by the golden ratio.
    var place = Int((UInt32(bitPattern: key) &* 0x9E37_79B1) >> shift)
    while slots[place].round == round, slots[place].key != key {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    shift -= 1
    slots = [Slot](
      repeating: Slot(key: 0, round: 0, value: filler),
      count: 2 * old.count
    )
    for slot in old where slot.round == round { slots[place(of: slot.key)] = slot }
  }
}
