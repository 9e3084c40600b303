import Synchronization
import TrustRules

/// The rules of a screener and what matching derives from them, behind one reference.
///
/// PERF: a `Ruleset` is some thirty arrays, and whoever keeps a copy of it pays for each. What is
/// derived is derived by the first post that needs it, as many runs have none.
final class Rulebook: Sendable {
  let ruleset: Ruleset
  private let knownKeys = AtomicLazyReference<ElementKeys>()
  private let knownMessages = AtomicLazyReference<AllMessages>()

  /// No rules at all.
  static let empty = Rulebook(Ruleset([]))

  /// Keeps rules.
  init(_ ruleset: Ruleset) {
    self.ruleset = ruleset
  }

  /// For each element the word set that tells soonest that it is nowhere.
  var keys: ElementKeys { knownKeys.load() ?? knownKeys.storeIfNil(ElementKeys(ruleset)) }

  /// What a rule has to say, by its number.
  func messages(of rule: Int) -> RuleMessages {
    let all =
      knownMessages.load() ?? knownMessages.storeIfNil(AllMessages(count: ruleset.rules.count))
    let place = all.places[rule]
    return place.known.load() ?? place.known.storeIfNil(RuleMessages(ruleset.rules[rule].rule))
  }
}

/// What rules have to say, each read when it first finds something.
private final class AllMessages: Sendable {
  final class Place: Sendable {
    let known = AtomicLazyReference<RuleMessages>()
  }

  let places: [Place]

  init(count: Int) {
    places = (0..<count).map { _ in Place() }
  }
}
