/// A trie as one array of states, in which the children of a state stand at its base plus their
/// letters.
///
/// (J. Aoe, “An Efficient Digital Search Algorithm by Using a Double-Array Structure”, 1989).
struct DoubleArray {
  private static let none = LiteralAutomaton.none

  /// The root, then states and free places in between.
  var states = [LiteralAutomaton.State(parent: LiteralAutomaton.root)]
  /// The places that are tried for a state with several children before the array is made longer.
  ///
  /// PERF: with 64 the built-in packs had 734,000 places for 210,000 states; their file is half as long
  /// with so many, and takes no longer to build.
  private static let mostTries = 16384
  /// No place before it is free.
  private var firstFree = 1

  /// The child of a state by a letter, if there is one.
  func child(of state: Int32, _ letter: UInt32) -> Int32? {
    let base = states[Int(state)].base
    guard base != Self.none else { return nil }
    let place = base + Int32(letter)
    guard place < states.count, states[Int(place)].parent == state, place != 0 else { return nil }
    return place
  }

  /// Gives the children of a state their places.
  ///
  /// - Parameters:
  ///   - letters: Ascending, not empty, and none of them 0.
  ///   - parent: The state; it has no children yet.
  /// - Returns: The place of each child.
  mutating func place(_ letters: [UInt32], below parent: Int32) -> [Int32] {
    let base = freeBase(for: letters)
    states[Int(parent)].base = base
    let places = letters.map { base + Int32($0) }
    if let last = places.last, Int(last) >= states.count {
      states.append(
        contentsOf: repeatElement(.init(), count: Int(last) + 1 - states.count)
      )
    }
    for place in places { states[Int(place)].parent = parent }
    return places
  }

  private mutating func freeBase(for letters: [UInt32]) -> Int32 {
    while firstFree < states.count, states[firstFree].parent != Self.none { firstFree += 1 }
    let first = Int(letters[0])
    var place = max(firstFree, first)
    var tries = 0
    while place < states.count, tries < Self.mostTries {
      if states[place].parent == Self.none {
        tries += 1
        let base = place - first
        if letters.allSatisfy({ isFree(base + Int($0)) }) { return Int32(base) }
      }
      place += 1
    }
    return Int32(max(states.count - first, 0))
  }

  private func isFree(_ place: Int) -> Bool {
    place >= states.count || states[place].parent == Self.none
  }
}
