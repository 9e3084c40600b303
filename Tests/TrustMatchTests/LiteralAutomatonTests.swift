import Testing
import TrustTestSupport

@testable import TrustMatch
@testable import TrustText

/// The plainest search there is: what the automaton must agree with.
private func naiveHits(_ literals: [Literal], in symbols: [UInt32]) -> [LiteralHit] {
  func isWord(_ symbol: UInt32?) -> Bool { symbol.map { ScalarClass($0) == .word } ?? false }
  var hits: [LiteralHit] = []
  for (number, literal) in literals.enumerated() {
    for start in symbols.indices where symbols[start...].starts(with: literal.symbols) {
      let end = start + literal.symbols.count
      let before = start > 0 ? symbols[start - 1] : nil
      let behind = end < symbols.count ? symbols[end] : nil
      let isOpenLeft = isWord(literal.symbols.first) && isWord(before)
      let isOpenRight = isWord(literal.symbols.last) && isWord(behind)
      guard literal.mayBeGlued || !(isOpenLeft || isOpenRight) else { continue }
      hits.append(
        LiteralHit(
          literal: Int32(number),
          start: Int32(start),
          end: Int32(end),
          isOpenLeft: isOpenLeft,
          isOpenRight: isOpenRight
        )
      )
    }
  }
  return hits.sorted(by: isBefore)
}

private func isBefore(_ a: LiteralHit, _ b: LiteralHit) -> Bool {
  (a.end, a.start, a.literal) < (b.end, b.start, b.literal)
}

private func literal(_ text: String, glued: Bool = false) -> Literal {
  Literal(symbols: text.unicodeScalars.map(\.value), mayBeGlued: glued)
}

private func hits(_ literals: [Literal], in text: String) -> [LiteralHit] {
  var found: [LiteralHit] = []
  LiteralAutomaton(literals).findLiterals(in: text.unicodeScalars.map(\.value), into: &found)
  return found
}

@Suite("Literal automaton") struct LiteralAutomatonTests {
  /// Literals over so few letters that they overlap, nest and share ends all the time.
  private func literals(_ random: inout SplitMix64, letters: [UInt32]) -> [Literal] {
    var seen: Set<[UInt32]> = []
    return (0..<Int.random(in: 1...30, using: &random)).compactMap { _ in
      let length = Int.random(in: 1...6, using: &random)
      let symbols = (0..<length).map { _ in random.pick(letters) }
      guard seen.insert(symbols).inserted else { return nil }
      return Literal(symbols: symbols, mayBeGlued: random.oneIn(2))
    }
  }

  @Test("it finds what a naive search finds, overlapping hits too", arguments: Seeds.all)
  func agreesWithNaiveSearch(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabets: [[UInt32]] = [
      [0x61, 0x62], [0x61, 0x20, 0x836F], [0x836F, 0x75C5, 0x6BD2], [0x61, 0x31, 0x1F600, 0x20],
    ]
    for _ in 0..<40 {
      let letters = random.pick(alphabets)
      let literals = literals(&random, letters: letters)
      let automaton = LiteralAutomaton(literals)
      let text = (0..<80).map { _ in random.oneIn(12) ? 0x7A : random.pick(letters) }
      var found: [LiteralHit] = []
      automaton.findLiterals(in: text, into: &found)
      #expect(found.sorted(by: isBefore) == naiveHits(literals, in: text))
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.end <= $1.end })
    }
  }

  @Test("a literal that stands in a text is never lost", arguments: Seeds.all)
  func losesNothing(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    var seen: Set<[UInt32]> = []
    let literals = (0..<60).compactMap { _ -> Literal? in
      let symbols = FoldedText.symbols(of: generator.text(pieces: 2))
      guard !symbols.isEmpty, seen.insert(symbols).inserted else { return nil }
      return Literal(symbols: symbols, mayBeGlued: true)
    }
    let automaton = LiteralAutomaton(literals)
    for (number, literal) in literals.enumerated() {
      let before = FoldedText.symbols(of: generator.text(pieces: 4))
      let behind = FoldedText.symbols(of: generator.text(pieces: 4))
      var found: [LiteralHit] = []
      automaton.findLiterals(in: before + literal.symbols + behind, into: &found)
      let isFound = found.contains {
        Int($0.literal) == number && Int($0.start) == before.count
          && $0.range.count == literal.symbols.count
      }
      #expect(isFound, "literal \(number)")
    }
  }

  @Test("a literal of one letter and one that is part of another are both found")
  func findsNested() {
    let found = hits([literal("新冠病毒"), literal("病毒"), literal("毒"), literal("冠病")], in: "新冠病毒")
    #expect(
      found.map { [$0.literal, $0.start, $0.end] }.sorted { $0[0] < $1[0] }
        == [[0, 0, 4], [1, 2, 4], [2, 3, 4], [3, 1, 3]]
    )
  }

  @Test(
    "letters and digits at an edge hide a literal unless it may be glued",
    arguments: [
      ("virus", "a virus.", true, true), ("virus", "viruses", false, true),
      ("virus", "chinavirus", false, true), ("virus", "5virus", false, true),
      ("virus", "病virus毒", true, true), ("大蒜", "x大蒜y", true, true), ("-x", "a-x", true, true),
    ]
  )
  func checksEdges(_ row: (word: String, text: String, alone: Bool, glued: Bool)) {
    #expect(!hits([literal(row.word)], in: row.text).isEmpty == row.alone)
    #expect(!hits([literal(row.word, glued: true)], in: row.text).isEmpty == row.glued)
  }

  @Test("a glued hit says which of its edges is open")
  func tellsOpenEdges() {
    let found = hits(
      [literal("china", glued: true), literal("virus", glued: true)],
      in: "chinavirus"
    )
    #expect(found.map(\.isOpenLeft) == [false, true])
    #expect(found.map(\.isOpenRight) == [true, false])
  }

  @Test("nothing is found in nothing, and nothing by nothing")
  func takesNothing() {
    #expect(hits([literal("药")], in: "").isEmpty)
    #expect(hits([], in: "药").isEmpty)
  }

  @Test("hits are appended to what is there")
  func appends() {
    let automaton = LiteralAutomaton([literal("药")])
    var found: [LiteralHit] = []
    automaton.findLiterals(in: [0x836F], into: &found)
    automaton.findLiterals(in: [0x836F], into: &found)
    #expect(found.count == 2)
  }

  @Test("ten thousand literals are all found", arguments: Seeds.all.prefix(2))
  func scales(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let symbols = Set(
      (0..<10_000).map { _ in
        (0..<4).map { _ in UInt32.random(in: 0x4E00...0x9FFF, using: &random) }
      }
    )
    let literals = symbols.map { Literal(symbols: $0, mayBeGlued: false) }
    var found: [LiteralHit] = []
    LiteralAutomaton(literals).findLiterals(in: literals.flatMap(\.symbols), into: &found)
    #expect(Set(found.map(\.literal)).count == literals.count)
  }
}
