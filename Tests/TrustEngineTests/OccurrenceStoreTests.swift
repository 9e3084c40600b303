import Testing
import TrustTestSupport

@testable import TrustEngine

@Suite("Occurrences") struct OccurrenceStoreTests {
  @Test("they are arranged in the order of the text, each range once", arguments: Seeds.all)
  func arranges(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for count in [0, 1, 2, 7, 40, 200] {
      var store = OccurrenceStore()
      store.append(5..<9)
      var ranges: [Range<Int>] = []
      for _ in 0..<count {
        let start = Int.random(in: 0...20, using: &random)
        ranges.append(start..<start + Int.random(in: 0...5, using: &random))
        store.append(ranges[ranges.count - 1])
      }
      let places = store.arrange(from: 1)
      let expected = Set(ranges).sorted {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }
      #expect(places.indices.map { store[$0].range } == expected)
      #expect(store.isArranged(places))
      #expect(store[0].range == 5..<9)
      for symbol in 0...27 {
        let index = store.firstIndex(startingAt: symbol, in: places)
        let wanted = expected.firstIndex { $0.lowerBound >= symbol } ?? expected.count
        #expect(index == 1 + wanted)
      }
    }
  }

  @Test("of equal readings the first is kept")
  func keepsTheFirst() {
    var store = OccurrenceStore()
    store.append(3..<5)
    store.append(store[0], named: 1)
    store.append(store[0], named: 2)
    let places = store.arrange(from: 1)
    #expect(places.indices.map { store.parts(of: store[$0]).map(\.name) } == [[1]])
  }
}
