import Testing
import TrustTestSupport

@testable import TrustEngine

@Suite("Round table") struct RoundTableTests {
  @Test("it holds what a dictionary holds, round after round", arguments: Seeds.all)
  func agreesWithDictionary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var table = RoundTable(filler: 0)
    for _ in 0..<8 {
      table.removeAll()
      var expected: [Int32: Int] = [:]
      // Some rounds outgrow the table's first size.
      for value in 0..<Int.random(in: 0...600, using: &random) {
        let key = Int32.random(in: 0...900, using: &random)
        if random.oneIn(2) {
          table.set(key, to: value)
          expected[key] = value
        } else {
          let (slot, isNew) = table.slot(of: key, orInsert: value)
          #expect(isNew == (expected[key] == nil))
          #expect(table[slot: slot] == expected[key] ?? value)
          expected[key] = expected[key] ?? value
        }
      }
      for key in Int32(0)...900 { #expect(table[key] == expected[key]) }
    }
  }
}
