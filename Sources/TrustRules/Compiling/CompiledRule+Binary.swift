internal import TrustText

extension CompiledRule {
  /// Reads a rule over so many elements and contexts; its words are left where they are.
  init(
    from reader: inout BinaryReader,
    elements: Int,
    contexts: Int,
    texts: @escaping @Sendable (Rule.ID) -> RuleText.Content
  ) throws(BinaryDamage) {
    let id = Rule.ID(pack: try reader.text(), name: try reader.text())
    self.id = id
    confidence = try reader.double(in: 0...1)
    let numbers: [ElementID] = try reader.array(below: elements)
    patterns = numbers.map { CompiledPattern(element: $0) }
    company = try reader.element(below: elements)
    companyUnit = try reader.name()
    conditions = []
    for _ in 0..<(try reader.int(below: 1 << 16)) {
      conditions.append(
        try CompiledCondition(from: &reader, elements: elements, contexts: contexts)
      )
    }
    soften = []
    for _ in 0..<(try reader.int(below: 1 << 16)) {
      soften.append(try ContextUse(from: &reader, contexts: contexts))
    }
    refusesSeparators = try reader.bool()
    text = RuleText { texts(id) }
  }

  /// Writes the rule, but for its words.
  func write(to writer: inout BinaryWriter) {
    writer.write(id.pack)
    writer.write(id.name)
    writer.write(confidence)
    writer.write(patterns.map(\.element))
    writer.write(company.map(Int.init))
    writer.write(companyUnit)
    writer.write(conditions.count)
    for condition in conditions { condition.write(to: &writer) }
    writer.write(soften.count)
    for use in soften { use.write(to: &writer) }
    writer.write(refusesSeparators)
  }
}

extension CompiledCondition {
  fileprivate init(
    from reader: inout BinaryReader,
    elements: Int,
    contexts: Int
  ) throws(BinaryDamage) {
    switch try reader.int(below: 4) {
    case 0: self = .context(try ContextUse(from: &reader, contexts: contexts))
    case 1: self = .inside(ElementID(try reader.int(below: elements)))
    case 2: self = .near(ElementID(try reader.int(below: elements)), try reader.name())
    default: self = .between(ElementID(try reader.int(below: elements)))
    }
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    switch self {
    case .context(let use):
      writer.write(0)
      use.write(to: &writer)
    case .inside(let element):
      writer.write(1)
      writer.write(Int(element))
    case .near(let element, let unit):
      writer.write(2)
      writer.write(Int(element))
      writer.write(unit)
    case .between(let element):
      writer.write(3)
      writer.write(Int(element))
    }
  }
}

extension ContextUse {
  fileprivate init(from reader: inout BinaryReader, contexts: Int) throws(BinaryDamage) {
    name = try reader.text()
    let numbers: [Int32] = try reader.array(below: contexts)
    members = numbers.map(Int.init)
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(members.map(Int32.init))
  }
}
