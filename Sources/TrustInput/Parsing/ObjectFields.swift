internal import TrustLines

/// Reads the fields of objects of JSON, nested ones too, without making a tree.
struct ObjectFields {
  /// The members of one object that are wanted.
  private struct Level {
    var reader: LineReader
    /// For each wanted member, the field it is.
    var fields: [Int?]
    /// For each wanted member, the level of the object it may be.
    var children: [Int?]
  }

  private var levels: [Level] = []
  /// What the last object has, by the number of the field.
  private(set) var contents: [FieldContent?]
  /// The fields that it has.
  private var present: [Int] = []

  /// Reads the fields with some paths.
  init(paths: [String]) {
    contents = paths.map { _ in nil }
    _ = addLevel(paths.enumerated().map { ($1.split(separator: ".").map(String.init), $0) })
  }

  private mutating func addLevel(_ paths: [(parts: [String], field: Int)]) -> Int {
    var names: [String] = []
    for (parts, _) in paths where !names.contains(parts[0]) { names.append(parts[0]) }
    let index = levels.count
    levels.append(Level(reader: LineReader(fields: names), fields: [], children: []))
    for name in names {
      let same = paths.filter { $0.parts[0] == name }
      let deeper = same.filter { $0.parts.count > 1 }.map { (Array($0.parts[1...]), $0.field) }
      levels[index].fields.append(same.first { $0.parts.count == 1 }?.field)
      let child = deeper.isEmpty ? nil : addLevel(deeper)
      levels[index].children.append(child)
    }
    return index
  }

  /// Starts on lines of objects.
  mutating func start(_ block: borrowing Span<UInt8>) { levels[0].reader.start(block) }

  /// Reads the next line.
  mutating func next(in block: borrowing Span<UInt8>) -> LineContent? {
    for field in present { contents[field] = nil }
    present.removeAll(keepingCapacity: true)
    let line = levels[0].reader.next(in: block)
    if line == .object { take(block, level: 0) }
    return line
  }

  private mutating func take(_ block: borrowing Span<UInt8>, level: Int) {
    // PERF: profiles ask for some fifty fields, of which a post has few; what is not there must not
    // cost more than a look.
    let values = levels[level].reader.values
    for (member, value) in values.enumerated() {
      if case .missing = value { continue }
      if let field = levels[level].fields[member] {
        contents[field] = FieldContent(value, of: block, decoded: levels[level].reader.decoded)
        present.append(field)
      }
      guard let child = levels[level].children[member], case .other(let range) = value,
        block[range.lowerBound] == UInt8(ascii: "{")
      else { continue }
      let object = block.extracting(range)
      levels[child].reader.start(object)
      if levels[child].reader.next(in: object) == .object { take(object, level: child) }
    }
  }
}

extension ObjectFields: FieldSource {
  func content(of field: Int) -> FieldContent? { contents[field] }

  func has(_ fields: [Int]) -> Bool { present.contains { fields.contains($0) } }
}
