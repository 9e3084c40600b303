internal import CTrustQuick
package import TrustText

extension QuickPass {
  /// Reads a quick pass.
  package init(from reader: inout BinaryReader) throws(BinaryDamage) {
    self.init(image: try reader.array())
    guard reader.isTrusted || isSound else {
      throw reader.damage("the tables of the quick pass are not in order")
    }
  }

  /// Writes the quick pass.
  package func write(to writer: inout BinaryWriter) { writer.write(image) }

  /// The tables, in the order in which they stand.
  private static let sections: [Int] = [
    TRUST_QUICK_BLOCKS, TRUST_QUICK_CLASSES, TRUST_QUICK_SINGLES, TRUST_QUICK_BLOOM,
    TRUST_QUICK_SLOTS, TRUST_QUICK_NEIGHBOURS, TRUST_QUICK_AFFIXES, TRUST_QUICK_PIECES,
    TRUST_QUICK_WHOLE, TRUST_QUICK_KEYS, TRUST_QUICK_TESTS, TRUST_QUICK_PARTNER_STARTS,
    TRUST_QUICK_PARTNERS, TRUST_QUICK_FIRST_STARTS, TRUST_QUICK_KEY_FIRSTS, TRUST_QUICK_GATE_STARTS,
    TRUST_QUICK_KEY_GATES,
  ].map { Int($0) }

  /// Whether a scan stays inside the tables and ends.
  private var isSound: Bool {
    guard image.count >= Int(TRUST_QUICK_HEADER) else { return false }
    let starts = Self.sections.map { Int(image[$0]) } + [image.count]
    guard starts[0] >= Int(TRUST_QUICK_HEADER), zip(starts, starts.dropFirst()).allSatisfy(<=)
    else { return false }
    func table(_ section: some BinaryInteger) -> ArraySlice<UInt32> {
      guard let place = Self.sections.firstIndex(of: Int(section)) else { return [] }
      return image[starts[place]..<starts[place + 1]]
    }
    func halves(_ section: some BinaryInteger) -> [UInt16] {
      table(section).flatMap { word in
        [UInt16(truncatingIfNeeded: word), UInt16(truncatingIfNeeded: word >> 16)]
      }
    }
    /// Where lists start in a table, and how many there are.
    func areLists(_ starts: some BinaryInteger, of values: some BinaryInteger, _ count: Int) -> Bool
    {
      areStarts(table(starts), count, below: table(values).count)
    }
    func areStarts(_ places: ArraySlice<UInt32>, _ count: Int, below end: Int) -> Bool {
      places.count == count + 1 && places.first == 0
        && zip(places, places.dropFirst()).allSatisfy(<=) && Int(places.last ?? 0) <= end
    }

    let singles = table(TRUST_QUICK_SINGLES)
    let firstHan = Int(TRUST_QUICK_FIRST_HAN)
    let classes = halves(TRUST_QUICK_CLASSES)
    let blocks = halves(TRUST_QUICK_BLOCKS)
    guard blocks.count == 0x1100, blocks.allSatisfy({ Int($0) << 8 + 256 <= classes.count }),
      classes.allSatisfy({
        Int($0) & Int(TRUST_QUICK_CLASS_MASK) < firstHan + singles.count
      }),
      (firstHan...firstHan + singles.count).contains(Int(image[Int(TRUST_QUICK_HAN_END)]))
    else { return false }

    let keys = table(TRUST_QUICK_KEYS).count / 4
    let shift = Int(image[Int(TRUST_QUICK_BLOOM_SHIFT)])
    let slots = table(TRUST_QUICK_SLOTS)
    let mask = Int(image[Int(TRUST_QUICK_SLOT_MASK)])
    guard keys > 0, singles.allSatisfy({ $0 < keys }), image[Int(TRUST_QUICK_DIGITS)] < keys,
      (33...63).contains(shift),
      table(TRUST_QUICK_BLOOM).count << 5 >= 1 << (64 - shift),
      slots.count == 2 * (mask + 1), mask & (mask + 1) == 0,
      stride(from: slots.startIndex, to: slots.endIndex, by: 2).allSatisfy({ slot in
        slots[slot] == 0
          || Self.areNeighbours(table(TRUST_QUICK_NEIGHBOURS), at: Int(slots[slot + 1]), keys)
      }),
      // A search ends at an empty slot.
      stride(from: slots.startIndex, to: slots.endIndex, by: 2).contains(where: { slots[$0] == 0 }),
      table(TRUST_QUICK_AFFIXES).count << 5 >= 1 << Int(TRUST_QUICK_AFFIX_BITS),
      table(TRUST_QUICK_PIECES).count << 5 >= 1 << Int(TRUST_QUICK_PIECE_BITS),
      table(TRUST_QUICK_WHOLE).count == 4 << Int(TRUST_QUICK_WHOLE_BITS)
    else { return false }

    let (firsts, gates) = (image[Int(TRUST_QUICK_FIRSTS)], image[Int(TRUST_QUICK_GATES)])
    /// Whether keys open gates that there are, and call for tests that there are.
    func areKeys(_ keys: ArraySlice<UInt32>) -> Bool {
      let tests = table(TRUST_QUICK_TESTS).count / 2
      return keys.count % 4 == 0
        && stride(from: keys.startIndex, to: keys.endIndex, by: 4).allSatisfy { key in
          let counts = keys[key + 2] >> 16
          let called = Int(keys[key + 3]) + Int(counts & UInt32(TRUST_QUICK_TEST_COUNT))
          return keys[key..<key + 2].allSatisfy { $0 & 0xFFFF <= firsts && $0 >> 16 <= firsts }
            && keys[key + 2] & 0xFFFF <= firsts && called <= tests
        }
    }
    /// Whether each key has a list of gates below a number.
    func areGates(
      _ starts: some BinaryInteger,
      _ gates: some BinaryInteger,
      below count: UInt32
    ) -> Bool {
      let gates = halves(gates)
      return count <= UInt32(TRUST_QUICK_MOST_GATES)
        && areStarts(table(starts), keys, below: gates.count)
        && gates.allSatisfy { $0 < max(1, count) }
    }
    guard firsts <= UInt32(TRUST_QUICK_MOST_GATES), areKeys(table(TRUST_QUICK_KEYS)) else {
      return false
    }
    let rows = table(TRUST_QUICK_PARTNER_STARTS).count - 1
    let tests = table(TRUST_QUICK_TESTS)
    guard rows >= 0, areLists(TRUST_QUICK_PARTNER_STARTS, of: TRUST_QUICK_PARTNERS, rows),
      table(TRUST_QUICK_PARTNERS).allSatisfy({ $0 < gates }), tests.count % 2 == 0,
      stride(from: tests.startIndex, to: tests.endIndex, by: 2).allSatisfy({ test in
        tests[test] & 0xFFFF <= firsts && tests[test] >> 16 <= firsts && tests[test + 1] < rows
      })
    else { return false }
    return areGates(TRUST_QUICK_FIRST_STARTS, TRUST_QUICK_KEY_FIRSTS, below: firsts)
      && areGates(TRUST_QUICK_GATE_STARTS, TRUST_QUICK_KEY_GATES, below: gates)
  }

  /// Whether the literals of a window stand whole in their table and have keys below a number.
  private static func areNeighbours(_ table: ArraySlice<UInt32>, at place: Int, _ keys: Int) -> Bool
  {
    guard place < table.count else { return false }
    var next = table.startIndex + place + 1
    for _ in 0..<table[next - 1] {
      guard next + 1 < table.endIndex, table[next] < keys else { return false }
      let counts = table[next + 1]
      let most = UInt32(TRUST_QUICK_MOST_NEIGHBOURS)
      guard counts & 255 <= most, counts >> 8 & 255 <= most, counts >> 16 & 255 <= 2,
        counts >> 24 < 8
      else { return false }
      next += 2 + Int(counts & 255) + Int(counts >> 8 & 255)
    }
    return next <= table.endIndex
  }
}
