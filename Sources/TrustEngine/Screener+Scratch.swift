import TrustMatch
import TrustRules
import TrustText

extension Screener {
  /// The memory that one task reuses from post to post.
  ///
  /// Not to be shared: give each thread or task its own.
  public struct Scratch: ~Copyable {
    var text = FoldedText()
    var hits: [LiteralHit] = []
    var glue = GlueFilter()
    var disguises = DisguiseFinder.Scratch()
    var gates = GateCounter()
    var matcher = FieldMatcher()

    /// Makes scratch memory; ICU's iterators are opened when a post first needs them.
    public init() {}
  }
}

/// Counts, for one field, which patterns have all that they need.
struct GateCounter {
  /// For each literal and gate, the round in which it was last seen.
  private var literalSeen: [UInt32] = []
  private var gateSeen: [UInt32] = []
  /// For each pattern, its open gates, and the round they were counted in.
  private var open: [Int32] = []
  private var openRound: [UInt32] = []
  private var round: UInt32 = 0
  /// The patterns whose gates are all open, in the order in which that was seen.
  private(set) var candidates: [Int32] = []

  /// Opens the gates of all hits.
  ///
  /// - Complexity: O(hits + distinct literals × their gates); allocates only on first use.
  mutating func count(_ hits: [LiteralHit], _ ruleset: Ruleset) {
    prepare(for: ruleset)
    candidates.append(contentsOf: ruleset.ungatedPatterns)
    for hit in hits where literalSeen[Int(hit.literal)] != round {
      literalSeen[Int(hit.literal)] = round
      for gate in ruleset.gatesOfLiteral[Int(hit.literal)] where gateSeen[Int(gate)] != round {
        gateSeen[Int(gate)] = round
        for pattern in ruleset.patternsOfGate[Int(gate)] { open(Int(pattern), ruleset) }
      }
    }
  }

  private mutating func open(_ pattern: Int, _ ruleset: Ruleset) {
    if openRound[pattern] != round {
      openRound[pattern] = round
      open[pattern] = 0
    }
    open[pattern] += 1
    if open[pattern] == ruleset.gatesNeeded[pattern] { candidates.append(Int32(pattern)) }
  }

  private mutating func prepare(for ruleset: Ruleset) {
    candidates.removeAll(keepingCapacity: true)
    round &+= 1
    // A scratch may serve screeners of different size; a round that wraps around starts afresh.
    let fits =
      literalSeen.count == ruleset.literalCount && gateSeen.count == ruleset.patternsOfGate.count
      && open.count == ruleset.gatesNeeded.count
    guard !fits || round == 0 else { return }
    round = 1
    literalSeen = [UInt32](repeating: 0, count: ruleset.literalCount)
    gateSeen = [UInt32](repeating: 0, count: ruleset.patternsOfGate.count)
    open = [Int32](repeating: 0, count: ruleset.gatesNeeded.count)
    openRound = [UInt32](repeating: 0, count: ruleset.gatesNeeded.count)
  }
}
