import TrustRules

/// For each element the rarest word set without which it stands nowhere.
final class ElementKeys: Sendable {
  private let keys: [ElementID]

  private static let none: ElementID = -1

  /// Looks for the keys of all elements.
  ///
  /// - Complexity: linear in the number of elements and of the literals in their word sets.
  init(_ ruleset: Ruleset) {
    // Rules that were compiled before have literals with their word sets, and not the reverse.
    var sizes = [Int32](repeating: 0, count: ruleset.elements.count)
    for set in ruleset.wordSets.joined { sizes[Int(set)] += 1 }
    var keys = [ElementID](repeating: Self.none, count: ruleset.elements.count)
    for number in ruleset.elements.indices {
      switch ruleset.elements[number] {
      case .words: keys[number] = ElementID(number)
      case .builtIn, .choice: break
      case .named(_, let inner): Self.add(inner, to: number, &keys, &sizes)
      case .sequence(let steps):
        for step in steps where !step.isOptional {
          Self.add(step.element, to: number, &keys, &sizes)
        }
      case .together(let operands, _):
        for operand in operands { Self.add(operand, to: number, &keys, &sizes) }
      }
    }
    self.keys = keys
  }

  /// Takes the key of a part for that of the whole, if it is rarer than those of the parts before.
  private static func add(
    _ part: ElementID,
    to whole: Int,
    _ keys: inout [ElementID],
    _ sizes: inout [Int32]
  ) {
    // Parts are numbered before what they are parts of.
    guard part < whole, keys[Int(part)] != none else { return }
    let size = sizes[Int(part)]
    guard keys[whole] == none || size < sizes[whole] else { return }
    keys[whole] = keys[Int(part)]
    sizes[whole] = size
  }

  /// The key of an element, if it has one.
  subscript(element: ElementID) -> ElementID? {
    let key = keys[Int(element)]
    return key == Self.none ? nil : key
  }
}
