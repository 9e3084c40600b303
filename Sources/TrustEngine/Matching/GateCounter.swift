import TrustMatch
import TrustRules

/// Finds, for one field, which patterns have all that they need.
struct GateCounter {
  /// For each literal and gate, the round in which it was last seen.
  private var literalSeen: [UInt32] = []
  private var gateSeen: [UInt32] = []
  private var round: UInt32 = 0
  /// The gates that are open, in the order in which that was seen.
  private var openGates: [Int32] = []
  /// The patterns whose gates are all open.
  private(set) var candidates: [Int32] = []

  /// Opens the gates of all hits, and asks of the patterns whose rarest gate is open for the others.
  ///
  /// - Complexity: O(hits + distinct literals × their gates); allocates only on first use.
  mutating func count(_ hits: [LiteralHit], _ ruleset: Ruleset) {
    prepare(for: ruleset)
    Self.open(hits, ruleset.gatesOfLiteral, round, &literalSeen, &gateSeen, into: &openGates)
    candidates.append(contentsOf: ruleset.ungatedPatterns)
    Self.ask(openGates, ruleset, round, gateSeen, into: &candidates)
  }

  // PERF: spans are taken once, as each look into an array of a stored property checks or retains it.

  private static func open(
    _ hits: [LiteralHit],
    _ gatesOfLiteral: Rows,
    _ round: UInt32,
    _ literals: inout [UInt32],
    _ gates: inout [UInt32],
    into openGates: inout [Int32]
  ) {
    let numbers = gatesOfLiteral.joined.span
    var literalSeen = literals.mutableSpan
    var gateSeen = gates.mutableSpan
    for hit in hits where literalSeen[Int(hit.literal)] != round {
      literalSeen[Int(hit.literal)] = round
      for index in gatesOfLiteral.indices(of: Int(hit.literal)) {
        let gate = numbers[index]
        guard gateSeen[Int(gate)] != round else { continue }
        gateSeen[Int(gate)] = round
        openGates.append(gate)
      }
    }
  }

  private static func ask(
    _ openGates: [Int32],
    _ ruleset: Ruleset,
    _ round: UInt32,
    _ gates: [UInt32],
    into candidates: inout [Int32]
  ) {
    let patterns = ruleset.patternsOfGate.joined.span
    let seconds = ruleset.secondGates.span
    let gateSeen = gates.span
    for gate in openGates {
      for index in ruleset.patternsOfGate.indices(of: Int(gate)) {
        let pattern = patterns[index]
        // PERF: nearly all end here.
        guard gateSeen[Int(seconds[Int(pattern)])] == round else { continue }
        let others = ruleset.otherGates.joined.span
        var isOpen = true
        for other in ruleset.otherGates.indices(of: Int(pattern))
        where gateSeen[Int(others[other])] != round {
          isOpen = false
          break
        }
        if isOpen { candidates.append(pattern) }
      }
    }
  }

  private mutating func prepare(for ruleset: Ruleset) {
    candidates.removeAll(keepingCapacity: true)
    openGates.removeAll(keepingCapacity: true)
    round &+= 1
    // A scratch may serve screeners of different size; a round that wraps around starts afresh.
    let fits =
      literalSeen.count == ruleset.literalCount && gateSeen.count == ruleset.patternsOfGate.count
    guard !fits || round == 0 else { return }
    round = 1
    literalSeen = [UInt32](repeating: 0, count: ruleset.literalCount)
    gateSeen = [UInt32](repeating: 0, count: ruleset.patternsOfGate.count)
  }
}
