import Synchronization
import TrustRules

/// The rules of a screener and what matching derives from them, behind one reference.
///
/// PERF: a `Ruleset` is some thirty arrays, and whoever keeps a copy of it pays for each.
final class Rulebook: Sendable {
  let ruleset: Ruleset
  /// For each element the rarest word set without which it stands nowhere, or `noKey`.
  private let keys: [ElementID]
  /// What each rule has to say, read when it first finds something.
  private let messages: [LazyMessages]

  private static let noKey: ElementID = -1
  /// No rules at all.
  static let empty = Rulebook(Ruleset([]))

  /// Derives what matching needs.
  ///
  /// - Complexity: linear in the number of elements.
  init(_ ruleset: Ruleset) {
    self.ruleset = ruleset
    var keys: [ElementID] = []
    keys.reserveCapacity(ruleset.elements.count)
    var sizes = [Int](repeating: .max, count: ruleset.elements.count)
    for (number, element) in ruleset.elements.enumerated() {
      // Parts are numbered before what they are parts of.
      func rarest(_ parts: some Sequence<ElementID>) -> ElementID {
        let known = parts.lazy.filter { $0 < number && keys[Int($0)] != Self.noKey }
        guard let part = known.min(by: { sizes[Int($0)] < sizes[Int($1)] }) else {
          return Self.noKey
        }
        sizes[number] = sizes[Int(part)]
        return keys[Int(part)]
      }
      switch element {
      case .words(let set):
        sizes[number] = set.literals.count
        keys.append(ElementID(number))
      case .named(_, let inner): keys.append(rarest(CollectionOfOne(inner)))
      case .sequence(let steps):
        keys.append(rarest(steps.lazy.filter { !$0.isOptional }.map(\.element)))
      case .together(let operands, _): keys.append(rarest(operands))
      case .builtIn, .choice: keys.append(Self.noKey)
      }
    }
    self.keys = keys
    messages = ruleset.rules.map { _ in LazyMessages() }
  }

  /// What a rule has to say, by its number.
  func messages(of rule: Int) -> RuleMessages {
    let place = messages[rule]
    if let known = place.known.load() { return known }
    return place.known.storeIfNil(RuleMessages(ruleset.rules[rule].rule))
  }

  /// The rarest word set without which an element stands nowhere, if there is one.
  func key(of element: ElementID) -> ElementID? {
    let key = keys[Int(element)]
    return key == Self.noKey ? nil : key
  }
}

/// A place for what one rule has to say.
private final class LazyMessages: Sendable {
  let known = AtomicLazyReference<RuleMessages>()
}
