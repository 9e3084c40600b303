/// Finds what must be present before a pattern can match, so that most posts end at once.
///
/// A gate is a set of literals of which one must occur. A pattern needs all of its gates.
struct GateBuilder {
  let elements: [Element]
  private(set) var gates: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]

  init(elements: [Element]) {
    self.elements = elements
  }

  /// The gates of an element; none if it may match anything.
  mutating func gates(of element: ElementID) -> Set<Int32> {
    Set(requirements(of: element).map { number($0) })
  }

  private mutating func number(_ literals: [Int32]) -> Int32 {
    if let known = numbers[literals] { return known }
    let number = Int32(gates.count)
    gates.append(literals)
    numbers[literals] = number
    return number
  }

  private func requirements(of element: ElementID) -> [[Int32]] {
    switch elements[Int(element)] {
    case .words(let set): return [set.literals]
    case .builtIn: return []
    case .named(_, let inner): return requirements(of: inner)
    case .sequence(let steps):
      return steps.filter { !$0.isOptional }.flatMap { requirements(of: $0.element) }
    case .together(let operands, _): return operands.flatMap { requirements(of: $0) }
    case .choice(let alternatives):
      // Each alternative needs at least its narrowest set; any of those opens the gate.
      var union: Set<Int32> = []
      for alternative in alternatives {
        guard let narrowest = requirements(of: alternative).min(by: { $0.count < $1.count })
        else { return [] }
        union.formUnion(narrowest)
      }
      return [union.sorted()]
    }
  }
}
