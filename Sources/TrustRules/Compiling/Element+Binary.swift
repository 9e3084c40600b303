internal import TrustText

extension [Element] {
  /// How deep elements may be nested: more is no pattern that anybody wrote.
  private static let mostLevels = 64

  /// Reads elements; word sets come without their literals, which only compiling needs.
  init(from reader: inout BinaryReader, names: Int) throws(BinaryDamage) {
    let words: [Int32] = try reader.array()
    var stream = ElementStream(words: words, names: names)
    let count = try reader.int(below: words.count + 1)
    self = []
    reserveCapacity(count)
    while self.count < count, let element = stream.next() { append(element) }
    guard self.count == count, stream.isAtEnd, stream.levels <= Self.mostLevels else {
      throw reader.damage("elements are not as they should be")
    }
  }

  /// Writes the elements.
  func write(to writer: inout BinaryWriter) {
    var words: [Int32] = []
    for element in self { element.append(to: &words) }
    writer.write(words)
    writer.write(count)
  }
}

extension Element {
  fileprivate func append(to words: inout [Int32]) {
    switch self {
    case .words(let set):
      words += [0, set.edges.number, set.acceptsGlue ? 1 : 0, Int32(set.disguises.rawValue)]
    case .builtIn(let builtIn):
      words += [1, Int32(BinaryWriter.place(of: builtIn))]
    case .choice(let alternatives):
      words += [2, Int32(alternatives.count)] + alternatives
    case .sequence(let steps):
      words += [3, Int32(steps.count)]
      for step in steps {
        words += [step.element, step.gap.map(Int32.init) ?? -1, step.isOptional ? 1 : 0]
      }
    case .together(let operands, let unit):
      words += [4, Int32(BinaryWriter.place(of: unit)), Int32(operands.count)] + operands
    case .named(let name, let inner):
      words += [5, name, inner]
    }
  }
}

/// Elements as numbers, one behind the other: a kind, and what belongs to it.
private struct ElementStream {
  let words: [Int32]
  let names: Int
  private var at = 0
  /// For each element read, how many levels are below it.
  private var depths: [UInt8] = []
  /// The levels below the element under way.
  private var depth: UInt8 = 0
  private(set) var levels = 0

  init(words: [Int32], names: Int) {
    self.words = words
    self.names = names
  }

  var isAtEnd: Bool { at == words.count }

  /// The next element, or `nil` if there is none, or none that could be.
  mutating func next() -> Element? {
    depth = 0
    guard let element = element() else { return nil }
    depths.append(depth)
    levels = max(levels, Int(depth))
    return element
  }

  private mutating func element() -> Element? {
    switch word() {
    case 0:
      guard let edges = word().flatMap(EdgeMode.init(number:)), let glue = word(),
        let disguises = word().flatMap(UInt16.init(exactly:))
      else { return nil }
      return .words(
        WordSet(
          literals: [],
          edges: edges,
          acceptsGlue: glue == 1,
          disguises: Disguises(rawValue: disguises)
        )
      )
    case 1: return name().map { .builtIn($0) }
    case 2: return children().map { .choice($0) }
    case 3:
      guard let count = count(of: 3) else { return nil }
      var steps: [Step] = []
      steps.reserveCapacity(count)
      for _ in 0..<count {
        guard let element = child(), let gap = word(), let mark = word() else { return nil }
        steps.append(Step(element: element, gap: gap < 0 ? nil : Int(gap), isOptional: mark == 1))
      }
      // A sequence has at least one step.
      return steps.isEmpty ? nil : .sequence(steps)
    case 4:
      guard let unit: Unit = name(), let operands = children() else { return nil }
      return .together(operands, unit)
    case 5:
      guard let name = word(), name >= 0, name < names, let inner = child() else { return nil }
      return .named(name, inner)
    default: return nil
    }
  }

  private mutating func word() -> Int32? {
    guard at < words.count else { return nil }
    defer { at += 1 }
    return words[at]
  }

  private mutating func name<Name: CaseIterable>() -> Name? {
    guard let place = word(), place >= 0, place < Name.allCases.count else { return nil }
    return Name.allCases.dropFirst(Int(place)).first
  }

  /// A count of things of so many numbers each, that are all there.
  private mutating func count(of width: Int) -> Int? {
    guard let count = word(), count >= 0, Int(count) * width <= words.count - at else { return nil }
    return Int(count)
  }

  private mutating func children() -> [ElementID]? {
    guard let count = count(of: 1) else { return nil }
    var children: [ElementID] = []
    children.reserveCapacity(count)
    for _ in 0..<count {
      guard let child = child() else { return nil }
      children.append(child)
    }
    return children
  }

  /// An element that was read before: so that nothing holds itself.
  private mutating func child() -> ElementID? {
    guard let child = word(), child >= 0, child < depths.count else { return nil }
    depth = max(depth, depths[Int(child)] &+ 1)
    // More levels than can be counted are too many anyway.
    return depth == .max ? nil : child
  }
}

extension EdgeMode {
  private static let all: [EdgeMode] = [.word, .loose, .exact, .cue]

  fileprivate var number: Int32 { Int32(Self.all.firstIndex(of: self) ?? 0) }

  fileprivate init?(number: Int32) {
    guard number >= 0, number < Self.all.count else { return nil }
    self = Self.all[Int(number)]
  }
}
