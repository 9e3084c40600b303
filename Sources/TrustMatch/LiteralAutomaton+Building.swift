internal import TrustText

extension LiteralAutomaton {
  /// Builds the automaton for literals, which are numbered as they come and must be distinct.
  ///
  /// - Complexity: O(n log n) for sorting literals of n symbols in all.
  package init(_ literals: [Literal]) {
    alphabet = Alphabet(of: literals)
    var planter = TriePlanter(alphabet: alphabet, literals: literals)
    planter.plant()
    states = planter.array.states
    filters = planter.filters
    ends = planter.ends
  }
}

/// Lays a trie of sorted literals out in a double array, shallow states first, and links each state
/// to its longest proper suffix on the way: a suffix is shorter, so it is there already.
private struct TriePlanter {
  private let none = LiteralAutomaton.none
  private let root = LiteralAutomaton.root

  private let literals: [Literal]
  /// The literals as letters, in ascending order, with their numbers.
  private let sorted: [(letters: [UInt32], number: Int32)]
  private(set) var array = DoubleArray()
  private(set) var filters = [LiteralAutomaton.Filter()]
  private(set) var ends: [LiteralAutomaton.End] = []

  /// A state and the literals that go through it.
  private struct Branch {
    var state: Int32
    var literals: Range<Int>
    var depth: Int
  }

  init(alphabet: Alphabet, literals: [Literal]) {
    self.literals = literals
    sorted = literals.enumerated()
      .map { ($1.symbols.map(alphabet.number), Int32($0)) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
  }

  mutating func plant() {
    var branches = [Branch(state: root, literals: sorted.indices, depth: 0)]
    var next = 0
    while next < branches.count {
      let branch = branches[next]
      next += 1
      // The literal that ends here is the shortest of those that go on, so the first.
      let rest = branch.literals.drop { sorted[$0].letters.count == branch.depth }
      guard !rest.isEmpty else { continue }
      let children = groups(of: rest, at: branch.depth)
      let places = array.place(children.map(\.letter), below: branch.state)
      let missing = array.states.count - filters.count
      filters.append(contentsOf: repeatElement(.init(), count: missing))
      for (child, state) in zip(children, places) {
        filters[Int(branch.state)].note(child.letter)
        link(state, to: child.letter, below: branch.state)
        end(state, child.literals, depth: branch.depth + 1)
        branches.append(
          Branch(state: state, literals: child.literals, depth: branch.depth + 1)
        )
      }
    }
  }

  private func groups(
    of literals: Range<Int>,
    at depth: Int
  ) -> [(letter: UInt32, literals: Range<Int>)] {
    var groups: [(letter: UInt32, literals: Range<Int>)] = []
    for index in literals {
      let letter = sorted[index].letters[depth]
      if let last = groups.last, last.letter == letter {
        groups[groups.count - 1].literals = last.literals.lowerBound..<index + 1
      } else {
        groups.append((letter, index..<index + 1))
      }
    }
    return groups
  }

  private mutating func link(_ state: Int32, to letter: UInt32, below parent: Int32) {
    var suffix = parent
    while suffix != root {
      suffix = array.states[Int(suffix)].fallback
      if let longer = array.child(of: suffix, letter) {
        array.states[Int(state)].fallback = longer
        return
      }
    }
  }

  private mutating func end(_ state: Int32, _ literals: Range<Int>, depth: Int) {
    let fallback = Int(array.states[Int(state)].fallback)
    let inherited = array.states[fallback].end
    let areInheritedKeptOut = inherited == none || filters[fallback].endsOnlyWithWord
    let first = sorted[literals.lowerBound]
    guard first.letters.count == depth else {
      array.states[Int(state)].end = inherited
      filters[Int(state)].endsOnlyWithWord = inherited != none && areInheritedKeptOut
      return
    }
    let end = LiteralAutomaton.End(
      literal: first.number,
      next: inherited,
      self.literals[Int(first.number)]
    )
    array.states[Int(state)].end = Int32(ends.count)
    filters[Int(state)].endsOnlyWithWord =
      areInheritedKeptOut && end.endsWithWord && !end.mayBeGlued
    ends.append(end)
  }
}
