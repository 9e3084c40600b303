public import TrustRules

/// Why a rule did or did not flag a text, step by step.
public struct Trace: Sendable, Hashable {
  /// The steps in the order in which the engine takes them, in words.
  public var steps: [Localized]
}
