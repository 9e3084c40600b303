internal import TrustText

/// Finds all occurrences of many literals in one pass over a folded text.
///
/// This is the automaton of Aho and Corasick (1975) over whole scalars: a trie of the literals in
/// which each state knows the longest proper suffix that is also in the trie, and the literals that
/// end there. The trie is a double array (Aoe 1989), so that a step is one look into a flat table.
/// It is exact and plain: the oracle for any quicker pass put before it.
package struct LiteralAutomaton: Sendable {
  static let root: Int32 = 0
  static let none: Int32 = -1

  /// The scalars that occur in literals, numbered from 1; 0 is any other scalar.
  let alphabet: Alphabet
  /// The states.
  ///
  /// The child of state `s` by letter `l` is `states[s].base + l`, if that one's parent is `s`.
  var states: [State] = []
  /// Lists of literals that end together; shorter ones behind longer ones.
  var ends: [End] = []
  /// For each literal.
  var traits: [Traits]

  /// A state of the trie, or a free place between states.
  struct State: Sendable {
    /// Where its children stand, less their letters; `none` if it has none.
    var base = LiteralAutomaton.none
    /// `none` for a free place.
    var parent = LiteralAutomaton.none
    /// The state of its longest proper suffix.
    var fallback = LiteralAutomaton.root
    /// The first of the literals that end here, or `none`.
    var end = LiteralAutomaton.none
  }

  /// A literal that ends at a state, and the next one that does.
  struct End: Sendable {
    var literal: Int32
    var next: Int32
  }

  /// What is checked of a literal as soon as it is found.
  struct Traits: Sendable {
    var length: Int32
    var startsWithWord: Bool
    var endsWithWord: Bool
    var mayBeGlued: Bool
  }

  /// Appends all hits in `symbols` to `hits`, overlapping ones too, in ascending order of their
  /// ends.
  ///
  /// A literal that begins or ends with a letter or digit is not found inside a longer word,
  /// unless it may be glued; the hit then says which edge is open.
  ///
  /// - Complexity: O(n + hits).
  package func findLiterals(in symbols: [UInt32], into hits: inout [LiteralHit]) {
    // PERF: spans are taken once, as each access through an array of a stored property retains it.
    let states = states.span
    let ends = ends.span
    let text = symbols.span
    var state = Self.root
    for index in text.indices {
      let letter = alphabet.number(of: text[index])
      if letter == 0 {
        state = Self.root
        continue
      }
      while true {
        let child = states[Int(state)].base + Int32(letter)
        if child < states.count, child > 0, states[Int(child)].parent == state {
          state = child
          break
        }
        if state == Self.root { break }
        state = states[Int(state)].fallback
      }
      var end = states[Int(state)].end
      while end != Self.none {
        let entry = ends[Int(end)]
        report(entry.literal, endingBehind: index, in: text, into: &hits)
        end = entry.next
      }
    }
  }

  private func report(
    _ literal: Int32,
    endingBehind last: Int,
    in symbols: Span<UInt32>,
    into hits: inout [LiteralHit]
  ) {
    let traits = traits[Int(literal)]
    let end = last + 1
    let start = end - Int(traits.length)
    let isOpenLeft = traits.startsWithWord && start > 0 && ScalarClass(symbols[start - 1]) == .word
    let isOpenRight =
      traits.endsWithWord && end < symbols.count && ScalarClass(symbols[end]) == .word
    if isOpenLeft || isOpenRight, !traits.mayBeGlued { return }
    hits.append(
      LiteralHit(
        literal: literal,
        start: Int32(start),
        end: Int32(end),
        isOpenLeft: isOpenLeft,
        isOpenRight: isOpenRight
      )
    )
  }
}
