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
  /// What is asked of a state before the tables, for each.
  var filters: [Filter] = []
  /// Lists of literals that end together; shorter ones behind longer ones.
  var ends: [End] = []

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

  /// By which letters a state may have children, and whether its literals end where a word goes on.
  ///
  /// PERF: a third to a half of all looks for a child find none. The states are far too many for a near cache, and
  /// these are not.
  struct Filter: Sendable {
    private(set) var bits: UInt16 = 0

    private static let isKeptOut: UInt16 = 1 << 15

    private static func bit(of letter: UInt32) -> UInt16 { 1 << UInt16(min(letter & 15, 14)) }

    /// Whether there may be a child.
    @inline(__always)
    func mayHave(_ letter: UInt32) -> Bool { bits & Self.bit(of: letter) != 0 }

    mutating func note(_ letter: UInt32) { bits |= Self.bit(of: letter) }

    /// Whether none of the literals that end here does so before a letter or digit.
    var endsOnlyWithWord: Bool {
      get { bits & Self.isKeptOut != 0 }
      set { bits = newValue ? bits | Self.isKeptOut : bits & ~Self.isKeptOut }
    }
  }

  /// A literal that ends at a state, and the next one that does.
  struct End: Sendable {
    var literal: Int32
    var next: Int32
    /// The literal's length, and what is checked as soon as it is found.
    private(set) var traits: UInt32

    init(literal: Int32, next: Int32, _ kind: Literal) {
      self.literal = literal
      self.next = next
      traits =
        UInt32(kind.symbols.count) << 3
        | (kind.symbols.first.map(ScalarClass.init) == .word ? 1 : 0)
        | (kind.symbols.last.map(ScalarClass.init) == .word ? 2 : 0)
        | (kind.mayBeGlued ? 4 : 0)
    }

    var length: Int { Int(traits >> 3) }
    var startsWithWord: Bool { traits & 1 != 0 }
    var endsWithWord: Bool { traits & 2 != 0 }
    var mayBeGlued: Bool { traits & 4 != 0 }
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
    let filters = filters.span
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
        if filters[Int(state)].mayHave(letter) {
          let child = states[Int(state)].base + Int32(letter)
          if child < states.count, child > 0, states[Int(child)].parent == state {
            state = child
            break
          }
        }
        if state == Self.root { break }
        state = states[Int(state)].fallback
      }
      var end = states[Int(state)].end
      guard end != Self.none else { continue }
      let goesOn = index + 1 < text.count && ScalarClass(text[index + 1]) == .word
      if goesOn, filters[Int(state)].endsOnlyWithWord { continue }
      repeat {
        let entry = ends[Int(end)]
        Self.report(entry, endingBehind: index, goesOn, in: text, into: &hits)
        end = entry.next
      } while end != Self.none
    }
  }

  @inline(__always)
  private static func report(
    _ entry: End,
    endingBehind last: Int,
    _ goesOn: Bool,
    in symbols: Span<UInt32>,
    into hits: inout [LiteralHit]
  ) {
    let start = last + 1 - entry.length
    let isOpenLeft = entry.startsWithWord && start > 0 && ScalarClass(symbols[start - 1]) == .word
    let isOpenRight = entry.endsWithWord && goesOn
    if isOpenLeft || isOpenRight, !entry.mayBeGlued { return }
    hits.append(
      LiteralHit(
        literal: entry.literal,
        start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: last + 1),
        isOpenLeft: isOpenLeft,
        isOpenRight: isOpenRight
      )
    )
  }
}
