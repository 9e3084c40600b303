package import TrustMatch
package import TrustText

/// Packs, compiled: what the engine runs.
///
/// Immutable.
package struct Ruleset: Sendable {
  /// Finds every literal of every rule, list and cue.
  package var automaton: LiteralAutomaton
  /// Tells most posts in which nothing can match; `nil` if any post may match some pattern.
  package var quickPass: QuickPass?
  /// Finds those that are disguised.
  package var disguises: DisguiseFinder
  /// Disguises that are seen through although no rule asks for it.
  package private(set) var extraDisguises: Disguises = []
  package var elements: [Element]
  /// For each literal, the word sets that hold it.
  package var wordSets: Rows
  /// For each literal, the gates that it opens.
  package var gatesOfLiteral: Rows
  /// For each gate, the patterns of whose gates it is the rarest.
  package var patternsOfGate: Rows
  /// For each pattern, the second-rarest of its gates, or its only one.
  package var secondGates: [Int32]
  /// For each pattern, the others that must be open before it can match, the rarest first.
  package var otherGates: Rows
  /// The patterns that need none: they are made of numbers and the like only.
  package var ungatedPatterns: [Int32]
  /// For each pattern, the rule it belongs to and its place there.
  package var patternOwners: [(rule: Int, pattern: Int)]
  package var rules: [CompiledRule]
  package var contexts: [CompiledContext]
  /// What the numbers of `Element.named` stand for.
  package var names: [String]
  /// How many literals there are.
  package var literalCount: Int

  /// Sees through more disguises, in the words of all rules and contexts.
  package mutating func seeThrough(_ extra: Disguises) {
    extraDisguises.formUnion(extra)
    disguises.look(for: extra)
  }
}

/// A context or the members of a group, by the name that a rule uses.
package struct ContextUse: Sendable {
  package var name: String
  package var members: [Int]
}

package enum CompiledCondition: Sendable {
  case context(ContextUse)
  case inside(ElementID)
  case near(ElementID, Unit)
  case between(ElementID)
}

package struct CompiledContext: Sendable {
  package var name: String
  package var reach: Unit
  package var mayDrop: Bool
  package var before: ElementID?
  package var after: ElementID?
  package var stops: ElementID?
  package var notCues: ElementID?
  package var cancel: ElementID?
  package var cancelUnit: Unit
  /// The most half words between cue and hit.
  package var within: Int?
  /// How many different cues must stand within reach.
  package var atLeast: Int
  package var hitIn: [ContextRule.HitPlace]
  package var cueIn: [ContextRule.CuePlace]
}
