internal import TrustMatch

/// Finds what must be present before a pattern can match, so that most posts end at once.
///
/// A gate is a set of literals of which one must occur. A pattern needs all of its gates.
struct GateBuilder {
  /// A gate in the making.
  private struct Requirement {
    var literals: Set<Int32>
    /// The share of posts in which one of them occurs, at most.
    var share: Double
  }

  private let elements: [Element]
  /// For each literal, the share of posts that hold it.
  private let shares: [Double]
  private(set) var gates: [[Int32]] = []
  /// For each gate, the share of posts that open it.
  private(set) var gateShares: [Double] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var known: [ElementID: [Requirement]] = [:]

  init(elements: [Element], literals: [Literal]) {
    self.elements = elements
    shares = literals.map { Background.shared.share(of: $0.symbols) }
  }

  /// The gates of an element, the rarest first; none if it may match anything.
  mutating func gates(of element: ElementID) -> [Int32] {
    var distinct: [Int32] = []
    for gate in requirements(of: element).map({ number($0) }) where !distinct.contains(gate) {
      distinct.append(gate)
    }
    return distinct.sorted { (gateShares[Int($0)], $0) < (gateShares[Int($1)], $1) }
  }

  private mutating func number(_ requirement: Requirement) -> Int32 {
    let literals = requirement.literals.sorted()
    if let known = numbers[literals] { return known }
    let number = Int32(gates.count)
    gates.append(literals)
    gateShares.append(requirement.share)
    numbers[literals] = number
    return number
  }

  private mutating func requirements(of element: ElementID) -> [Requirement] {
    if let known = known[element] { return known }
    let result: [Requirement]
    switch elements[Int(element)] {
    case .words(let set): result = [requirement(Set(set.literals))]
    case .builtIn: result = []
    case .named(_, let inner): result = requirements(of: inner)
    case .sequence(let steps):
      result = steps.filter { !$0.isOptional }.flatMap { requirements(of: $0.element) }
    case .together(let operands, _): result = operands.flatMap { requirements(of: $0) }
    case .choice(let alternatives): result = alternativeRequirement(alternatives).map { [$0] } ?? []
    }
    known[element] = result
    return result
  }

  /// Each alternative needs at least its rarest part; any of those opens the gate.
  private mutating func alternativeRequirement(_ alternatives: [ElementID]) -> Requirement? {
    var union: Set<Int32> = []
    for alternative in alternatives {
      let rarest = requirements(of: alternative).min {
        ($0.share, $0.literals.count) < ($1.share, $1.literals.count)
      }
      guard let rarest else { return nil }
      union.formUnion(rarest.literals)
    }
    return requirement(union)
  }

  private func requirement(_ literals: Set<Int32>) -> Requirement {
    // In a fixed order, as a sum of floating-point numbers depends on it.
    let share = literals.sorted().reduce(0) { $0 + shares[Int($1)] }
    return Requirement(literals: literals, share: min(1, share))
  }
}
