internal import TrustText

extension CompiledContext {
  /// Reads a context over so many elements.
  init(from reader: inout BinaryReader, elements: Int) throws(BinaryDamage) {
    name = try reader.text()
    reach = try reader.name()
    mayDrop = try reader.bool()
    before = try reader.element(below: elements)
    after = try reader.element(below: elements)
    stops = try reader.element(below: elements)
    notCues = try reader.element(below: elements)
    cancel = try reader.element(below: elements)
    cancelUnit = try reader.name()
    within = try reader.optional(below: 1 << 31)
    atLeast = try reader.int(below: 1 << 31)
    hitIn = try reader.names()
    cueIn = try reader.names()
  }

  /// Writes the context.
  func write(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(reach)
    writer.write(mayDrop)
    for element in [before, after, stops, notCues, cancel] { writer.write(element.map(Int.init)) }
    writer.write(cancelUnit)
    writer.write(within)
    writer.write(atLeast)
    writer.write(hitIn.map { UInt8(BinaryWriter.place(of: $0)) })
    writer.write(cueIn.map { UInt8(BinaryWriter.place(of: $0)) })
  }
}

extension BinaryReader {
  /// Reads the number of an element that may be missing.
  mutating func element(below limit: Int) throws(BinaryDamage) -> ElementID? {
    try optional(below: limit).map { ElementID($0) }
  }

  fileprivate mutating func names<Name: CaseIterable>() throws(BinaryDamage) -> [Name] {
    let cases = Array(Name.allCases)
    let places: [UInt8] = try array(below: cases.count)
    return places.map { cases[Int($0)] }
  }
}
