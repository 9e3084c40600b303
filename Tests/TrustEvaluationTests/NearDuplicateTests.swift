import Testing
import TrustText

@testable import TrustEvaluation

@Suite("Near-duplicates") struct NearDuplicateTests {
  @Test(
    "a repost with a few words more is one, another post with some of the words is not",
    arguments: [
      (["大蒜能治好新冠，快转给家人", "大蒜能治好新冠，快转给家人！！求转", "今天天气真好，出去走走"], [0, 0, 2]),
      (
        [
          "Garlic cures flu, tell everyone", "GARLIC cures flu — tell everyone now",
          "Garlic soup is nice",
        ], [0, 0, 2]
      ),
      (["abcdefgh", "cdefghij", "efghijkl"], [0, 0, 0]),
      (["abcdefgh", "efghijkl"], [0, 1]),
      (["好", "好", "", "", "😷"], [0, 0, 2, 3, 4]),
      ([], []),
    ] as [([String], [Int])]
  )
  func groups(_ row: (texts: [String], groups: [Int])) {
    #expect(NearDuplicates.groups(of: row.texts) == row.groups)
  }

  /// The definition, word for word, by comparing every two texts.
  private func naiveGroups(_ texts: [String]) -> [Int] {
    let runs = texts.map { text -> Set<[UInt32]> in
      let symbols = FoldedText.symbols(of: text)
      if symbols.count < 3 { return symbols.isEmpty ? [] : [symbols] }
      return Set((0...symbols.count - 3).map { Array(symbols[$0..<$0 + 3]) })
    }
    var groups = Array(texts.indices)
    for a in texts.indices {
      for b in 0..<a where !runs[a].isEmpty && !runs[b].isEmpty {
        let shared = runs[a].intersection(runs[b]).count
        guard 2 * shared >= runs[a].union(runs[b]).count else { continue }
        let (old, new) = (max(groups[a], groups[b]), min(groups[a], groups[b]))
        for text in groups.indices where groups[text] == old { groups[text] = new }
      }
    }
    return groups
  }

  @Test("looking only where rare runs are shared finds all pairs", arguments: 1...24)
  func isExact(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["大蒜", "能治", "新冠", "快转", "家人", "aspirin", "flu ", "no "]
    var texts: [String] = []
    for _ in 0..<60 {
      var pieces = (0..<random.index(below: 9)).map { _ in words[random.index(below: words.count)] }
      if let old = texts.last, random.index(below: 3) == 0 { pieces = [old] + pieces.prefix(1) }
      texts.append(pieces.joined())
    }
    #expect(NearDuplicates.groups(of: texts) == naiveGroups(texts))
  }

  @Test("reposts land in one fold, and folds are even")
  func sharesFolds() {
    let groups = [0, 0, 0, 3, 4, 5, 6, 6, 8, 9, 10, 11, 0]
    let folds = Folds.folds(of: groups)
    for group in Set(groups) {
      #expect(Set(zip(groups, folds).filter { $0.0 == group }.map(\.1)).count == 1)
    }
    let sizes = (0..<Folds.count).map { fold in folds.count { $0 == fold } }
    #expect(sizes.sorted() == [2, 2, 2, 3, 4])
    #expect(Folds.folds(of: groups) == folds)
  }
}
