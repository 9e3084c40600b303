package import TrustText

extension LiteralAutomaton {
  /// Reads an automaton for so many literals.
  package init(from reader: inout BinaryReader, literals: Int) throws(BinaryDamage) {
    alphabet = try Alphabet(from: &reader)
    let states = try reader.int(below: 1 << 31)
    guard states > 0 else { throw reader.damage("an automaton has no state") }
    rootTransitions = try reader.array(count: Int(alphabet.count), below: states)
    transitions = try TransitionTable(from: &reader, states: states)
    fallbacks = try reader.array(count: states, below: states)
    firstEnds = try reader.links(count: states)
    nextEnds = try reader.links(count: states)
    literalAt = try reader.links(count: states, below: literals)
    let lengths: [Int32] = try reader.array(count: literals, below: 1 << 16)
    let marks: [UInt8] = try reader.array(count: literals, below: 8)
    traits = zip(lengths, marks).map { length, marks in
      Traits(
        length: length,
        startsWithWord: marks & 1 != 0,
        endsWithWord: marks & 2 != 0,
        mayBeGlued: marks & 4 != 0
      )
    }
    guard isSound else { throw reader.damage("the states of an automaton are not in order") }
  }

  /// Writes the automaton.
  package func write(to writer: inout BinaryWriter) {
    alphabet.write(to: &writer)
    writer.write(fallbacks.count)
    writer.write(rootTransitions)
    transitions.write(to: &writer)
    writer.write(fallbacks)
    writer.write(firstEnds)
    writer.write(nextEnds)
    writer.write(literalAt)
    writer.write(traits.map(\.length))
    writer.write(
      traits.map { traits -> UInt8 in
        (traits.startsWithWord ? 1 : 0) | (traits.endsWithWord ? 2 : 0)
          | (traits.mayBeGlued ? 4 : 0)
      }
    )
  }
}

extension LiteralAutomaton {
  /// Whether every search with it ends, and no hit starts before its text: each state hangs in the
  /// trie, its links go to shorter ones, and a literal is as long as its state is deep.
  private var isSound: Bool {
    guard fallbacks[0] == Self.root, firstEnds[0] == Self.none, nextEnds[0] == Self.none,
      literalAt[0] == Self.none
    else { return false }
    var parents = transitions.parents(states: fallbacks.count)
    for child in rootTransitions where child != Self.root { parents[Int(child)] = Self.root }
    // As many ways as states, and a way to each: there is one way to each.
    let ways = transitions.count + rootTransitions.count { $0 != Self.root }
    guard ways == fallbacks.count - 1 else { return false }
    var depths = [Int32](repeating: 0, count: fallbacks.count)
    for state in fallbacks.indices.dropFirst() {
      let parent = Int(parents[state])
      guard parent >= 0, parent < state else { return false }
      depths[state] = depths[parent] + 1
    }
    return fallbacks.indices.dropFirst().allSatisfy { state in
      let fallback = Int(fallbacks[state])
      let inherited = firstEnds[fallback]
      let literal = literalAt[state]
      return depths[fallback] < depths[state] && nextEnds[state] == inherited
        && (literal == Self.none
          ? firstEnds[state] == inherited
          : firstEnds[state] == Int32(state) && traits[Int(literal)].length == depths[state])
    }
  }
}

extension BinaryReader {
  /// Reads an array of numbers below a limit, or -1; by default the array's own length.
  fileprivate mutating func links(
    count: Int,
    below limit: Int? = nil
  ) throws(BinaryDamage) -> [Int32] {
    let links: [Int32] = try array(count: count)
    // One more makes -1 a 0.
    guard Int32.areAll(links.map { $0 &+ 1 }, below: (limit ?? count) + 1) else {
      throw damage("a link does not lead anywhere")
    }
    return links
  }
}
