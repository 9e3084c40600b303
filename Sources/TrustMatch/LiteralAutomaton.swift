internal import TrustText

/// Finds all occurrences of many literals in one pass over a folded text.
///
/// This is the automaton of Aho and Corasick (1975) over whole scalars: a trie of the literals in
/// which each state knows the longest proper suffix that is also in the trie, and the nearest
/// suffix that is a literal. It is the thorough pass: exact, plain, and the oracle for any quicker
/// one put before it.
package struct LiteralAutomaton: Sendable {
  static let root: Int32 = 0
  static let none: Int32 = -1

  /// The scalars that occur in literals, numbered from 1; 0 is any other scalar.
  let alphabet: Alphabet
  /// The transitions of the root, by number of the scalar.
  var rootTransitions: [Int32]
  /// All other transitions.
  var transitions: TransitionTable
  /// For each state, the state of its longest proper suffix.
  var fallbacks: [Int32]
  /// For each state, the first state on its chain of suffixes (itself included) that ends a
  /// literal, or `none`.
  var firstEnds: [Int32]
  /// For each state that ends a literal, the next one on its chain, or `none`.
  var nextEnds: [Int32]
  /// For each state, the literal that ends there, or `none`.
  var literalAt: [Int32]
  /// For each literal.
  var traits: [Traits]

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
    var state = Self.root
    for index in symbols.indices {
      let letter = alphabet.number(of: symbols[index])
      if letter == 0 {
        state = Self.root
        continue
      }
      state = next(state, letter)
      var end = firstEnds[Int(state)]
      while end != Self.none {
        report(literalAt[Int(end)], endingBehind: index, in: symbols, into: &hits)
        end = nextEnds[Int(end)]
      }
    }
  }

  private func next(_ from: Int32, _ letter: UInt32) -> Int32 {
    var state = from
    while state != Self.root {
      if let target = transitions.target(from: state, letter) { return target }
      state = fallbacks[Int(state)]
    }
    return rootTransitions[Int(letter)]
  }

  private func report(
    _ literal: Int32,
    endingBehind last: Int,
    in symbols: [UInt32],
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
