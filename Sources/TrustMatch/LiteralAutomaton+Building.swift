internal import TrustText

extension LiteralAutomaton {
  /// Builds the automaton for literals, which are numbered as they come and must be distinct.
  ///
  /// - Complexity: O(total length).
  package init(_ literals: [Literal]) {
    alphabet = Alphabet(of: literals)
    rootTransitions = [Int32](repeating: Self.root, count: Int(alphabet.count))
    transitions = TransitionTable(count: literals.reduce(0) { $0 + $1.symbols.count })
    fallbacks = [Self.root]
    firstEnds = [Self.none]
    nextEnds = [Self.none]
    literalAt = [Self.none]
    traits = literals.map { literal in
      Traits(
        length: Int32(literal.symbols.count),
        startsWithWord: literal.symbols.first.map(ScalarClass.init) == .word,
        endsWithWord: literal.symbols.last.map(ScalarClass.init) == .word,
        mayBeGlued: literal.mayBeGlued
      )
    }
    linkSuffixes(plantTrie(literals))
  }

  private struct Edge {
    var parent: Int32
    var letter: UInt32
    var child: Int32
  }

  /// Adds a path for each literal.
  ///
  /// Answers the trie's edges by depth, shallow ones first.
  private mutating func plantTrie(_ literals: [Literal]) -> [[Edge]] {
    var edgesByDepth: [[Edge]] = []
    for (number, literal) in literals.enumerated() {
      var state = Self.root
      for (depth, symbol) in literal.symbols.enumerated() {
        let letter = alphabet.number(of: symbol)
        if let known = child(of: state, letter) {
          state = known
          continue
        }
        let child = addState()
        if state == Self.root {
          rootTransitions[Int(letter)] = child
        } else {
          transitions.set(from: state, letter, to: child)
        }
        if depth == edgesByDepth.count { edgesByDepth.append([]) }
        edgesByDepth[depth].append(Edge(parent: state, letter: letter, child: child))
        state = child
      }
      literalAt[Int(state)] = Int32(number)
    }
    return edgesByDepth
  }

  private func child(of state: Int32, _ letter: UInt32) -> Int32? {
    guard state == Self.root else { return transitions.target(from: state, letter) }
    let child = rootTransitions[Int(letter)]
    return child == Self.root ? nil : child
  }

  private mutating func addState() -> Int32 {
    fallbacks.append(Self.root)
    firstEnds.append(Self.none)
    nextEnds.append(Self.none)
    literalAt.append(Self.none)
    return Int32(literalAt.count - 1)
  }

  /// Links each state to its longest proper suffix.
  ///
  /// A suffix is shorter, so going by depth its
  /// links are ready when they are needed.
  private mutating func linkSuffixes(_ edgesByDepth: [[Edge]]) {
    for edge in edgesByDepth.joined() {
      let child = Int(edge.child)
      if edge.parent != Self.root {
        var suffix = fallbacks[Int(edge.parent)]
        while suffix != Self.root, self.child(of: suffix, edge.letter) == nil {
          suffix = fallbacks[Int(suffix)]
        }
        fallbacks[child] = self.child(of: suffix, edge.letter) ?? Self.root
      }
      let inherited = firstEnds[Int(fallbacks[child])]
      nextEnds[child] = inherited
      firstEnds[child] = literalAt[child] != Self.none ? Int32(child) : inherited
    }
  }
}
