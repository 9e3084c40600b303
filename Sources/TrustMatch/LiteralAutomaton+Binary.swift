package import TrustText

extension LiteralAutomaton.State: BinaryRecord {}
extension LiteralAutomaton.Filter: BinaryRecord {}
extension LiteralAutomaton.End: BinaryRecord {}

extension LiteralAutomaton {
  /// Reads an automaton for so many literals.
  package init(from reader: inout BinaryReader, literals: Int) throws(BinaryDamage) {
    alphabet = try Alphabet(from: &reader)
    states = try reader.array()
    filters = try reader.array()
    let depths: [UInt16] = try reader.proof()
    ends = try reader.array()
    guard filters.count == states.count,
      reader.isTrusted || isSound(depths, literals: literals)
    else {
      throw reader.damage("the states of an automaton are not in order")
    }
  }

  /// Writes the automaton.
  package func write(to writer: inout BinaryWriter) {
    alphabet.write(to: &writer)
    writer.write(states)
    writer.write(filters)
    writer.write(depths)
    writer.write(ends)
  }

  /// How many letters lead to each state: what a reader proves by that a search ends.
  private var depths: [UInt16] {
    var depths = [UInt16](repeating: 0, count: states.count)
    for state in states.indices where states[state].parent != Self.none {
      var above = state
      while above != Self.root {
        above = Int(states[above].parent)
        depths[state] += 1
      }
    }
    return depths
  }

  /// Whether every search ends, and no hit starts before its text: each state is one below its parent
  /// and links to one less deep, and literals are no longer than their states are deep.
  private func isSound(_ depths: [UInt16], literals: Int) -> Bool {
    guard let root = states.first, root.fallback == Self.root, root.end == Self.none,
      depths.count == states.count, depths[0] == 0
    else { return false }
    let (states, depths, ends) = (states.span, depths.span, ends.span)
    for index in ends.indices {
      let end = ends[index]
      // Shorter literals stand before longer ones, so that a list of them ends.
      guard end.literal >= 0, end.literal < literals, end.next >= Self.none, end.next < index,
        end.next == Self.none || ends[Int(end.next)].length < end.length
      else { return false }
    }
    for index in states.indices {
      let state = states[index]
      guard state.base >= Self.none, state.base < states.count, state.parent >= Self.none,
        state.parent < states.count, state.fallback >= 0, state.fallback < states.count,
        state.end >= Self.none, state.end < ends.count
      else { return false }
      guard index != Self.root, state.parent != Self.none else { continue }
      let depth = depths[index]
      guard depth > 0, depths[Int(state.parent)] == depth - 1, depths[Int(state.fallback)] < depth,
        state.end == Self.none || ends[Int(state.end)].length <= depth
      else { return false }
    }
    return true
  }
}
