/// Reads values out of source nodes and collects what is wrong with them.
///
/// Reading goes on after a mistake, so that an author sees all of them at once.
package struct NodeReader {
  /// What was found wrong so far.
  package private(set) var issues: [PackError.Issue] = []

  package init() {}

  /// Notes a mistake.
  package mutating func report(
    _ code: String,
    at mark: Mark,
    _ message: String,
    hint: String? = nil,
    isWarning: Bool = false
  ) {
    issues.append(
      PackError.Issue(code, at: mark, message, hint: hint, isWarning: isWarning)
    )
  }

  /// The values of a map by key; reports keys that are unknown or stand twice.
  package mutating func fields(
    of node: SourceNode,
    known: [String],
    what: String
  ) -> [String: SourceNode] {
    guard let map = node.map else {
      report("wrong-type", at: node.mark, "\(what) must be a map, not \(node.kind)")
      return [:]
    }
    var fields: [String: SourceNode] = [:]
    for (key, value) in map {
      guard let name = key.text else {
        report("wrong-type", at: key.mark, "a key must be text")
        continue
      }
      if !known.contains(name) {
        report(
          "unknown-key",
          at: key.mark,
          "\(what) has no key “\(name)”",
          hint: NearestName.hint(name, in: known) ?? "known keys: \(known.joined(separator: ", "))"
        )
      } else if fields.updateValue(value, forKey: name) != nil {
        report("duplicate-key", at: key.mark, "“\(name)” stands twice", hint: "keep one of them")
      }
    }
    return fields
  }

  /// The named values of a map whose keys are ids; reports bad and repeated ids.
  package mutating func entries(
    of node: SourceNode,
    what: String
  ) -> [(id: String, key: SourceNode, value: SourceNode)] {
    guard let map = node.map else {
      report("wrong-type", at: node.mark, "\(what) must be a map from ids, not \(node.kind)")
      return []
    }
    var seen: Set<String> = []
    var entries: [(id: String, key: SourceNode, value: SourceNode)] = []
    for (key, value) in map {
      guard let id = identifier(key) else { continue }
      if seen.insert(id).inserted {
        entries.append((id, key, value))
      } else {
        report("duplicate-key", at: key.mark, "“\(id)” stands twice", hint: "give one another name")
      }
    }
    return entries
  }

  /// A text value, trimmed.
  package mutating func text(_ node: SourceNode?, what: String) -> String? {
    guard let node else { return nil }
    guard let text = node.text else {
      report("wrong-type", at: node.mark, "\(what) must be text, not \(node.kind)")
      return nil
    }
    return text.trimmed
  }

  /// An id: lower-case letters, digits, hyphens and dots.
  package mutating func identifier(_ node: SourceNode) -> String? {
    guard let text = node.text, Self.isIdentifier(text) else {
      report(
        "bad-id",
        at: node.mark,
        "“\(node.text ?? node.kind)” is not an id",
        hint: "use lower-case letters, digits, hyphens and dots, as in remedy.garlic"
      )
      return nil
    }
    return text
  }

  /// Whether a text may be an id.
  package static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isLowerLetter || first.isDigit else { return false }
    return text.utf8.allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }
  }

  /// One of a few names.
  package mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ node: SourceNode?,
    _ type: Value.Type,
    what: String
  ) -> Value? where Value.RawValue == String {
    choice(node, among: Value.allCases.map { ($0.rawValue, $0) }, what: what)
  }

  /// One of a few named values.
  package mutating func choice<Value>(
    _ node: SourceNode?,
    among values: [(name: String, value: Value)],
    what: String
  ) -> Value? {
    guard let node, let name = text(node, what: what) else { return nil }
    if let found = values.first(where: { $0.name == name }) { return found.value }
    let names = values.map(\.name)
    report(
      "bad-value",
      at: node.mark,
      "\(what) cannot be “\(name)”",
      hint: NearestName.hint(name, in: names) ?? "one of: \(names.joined(separator: ", "))"
    )
    return nil
  }

  /// A number between two bounds.
  package mutating func number(
    _ node: SourceNode?,
    in range: ClosedRange<Double>,
    what: String
  ) -> Double? {
    guard let node, let text = text(node, what: what) else { return nil }
    if let number = Double(text), range.contains(number) { return number }
    report(
      "bad-value",
      at: node.mark,
      "\(what) cannot be “\(text)”",
      hint: "a number from \(range.lowerBound) to \(range.upperBound)"
    )
    return nil
  }

  /// A whole number between two bounds.
  package mutating func count(
    _ node: SourceNode?,
    in range: ClosedRange<Int>,
    what: String
  ) -> Int? {
    guard let node, let text = text(node, what: what) else { return nil }
    if let count = Int(text), range.contains(count) { return count }
    report(
      "bad-value",
      at: node.mark,
      "\(what) cannot be “\(text)”",
      hint: "a whole number from \(range.lowerBound) to \(range.upperBound)"
    )
    return nil
  }

  /// Names in a list, or in text parted by commas.
  package mutating func names(_ node: SourceNode?, what: String) -> [(name: String, mark: Mark)] {
    guard let node else { return [] }
    return listItems(node, what: what).map { ($0.text, $0.mark) }
  }

  /// The items of a YAML list, or of text parted by `、`, `,` or line breaks.
  package mutating func listItems(
    _ node: SourceNode,
    what: String
  ) -> [(text: String, mark: Mark)] {
    switch node.content {
    case .map:
      report("wrong-type", at: node.mark, "\(what) must be a list, not a map")
      return []
    case .list(let items):
      return items.compactMap { item in
        text(item, what: "an item of \(what)").map { ($0, item.mark) }
      }
    case .text(let text):
      return Self.splitList(text, at: node.mark, isBlock: node.isBlock)
    }
  }

  /// Cuts a written list, each item with its place.
  ///
  /// `\` keeps the sign behind it.
  ///
  /// PERF: by bytes, as a pack holds tens of thousands of items.
  private static func splitList(
    _ text: String,
    at mark: Mark,
    isBlock: Bool
  ) -> [(text: String, mark: Mark)] {
    var items: [(text: String, mark: Mark)] = []
    let bytes = Array(text.utf8)
    var start = 0
    var line = mark.line
    // The column of the item's first byte, in scalars.
    var column = mark.column
    var isQuoted = false
    var index = 0
    func close(at end: Int, next: Int) {
      var first = start
      var last = end
      while first < last, bytes[first] <= 0x20 { first += 1 }
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      if first < last {
        items.append(
          (
            String(decoding: bytes[first..<last], as: UTF8.self),
            Mark(file: mark.file, line: line, column: column + first - start)
          )
        )
      }
      column += bytes[start..<next].count { $0 & 0xC0 != 0x80 }
      start = next
    }
    while index < bytes.count {
      let length = separatorLength(bytes, at: index)
      if length == 0 || isQuoted {
        isQuoted = bytes[index] == 0x5C && !isQuoted
        index += 1
        continue
      }
      close(at: index, next: index + length)
      if bytes[index] == 0x0A, isBlock {
        line += 1
        column = mark.column
      }
      index += length
    }
    close(at: bytes.count, next: bytes.count)
    return items
  }

  /// The length of `、`, `,` or a line break at an index, or 0.
  private static func separatorLength(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0x2C, 0x0A: return 1
    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81:
      return 3
    default: return 0
    }
  }
}

extension String {
  /// Without white space at its ends.
  package var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension UInt8 {
  fileprivate var isLowerLetter: Bool { self >= 0x61 && self <= 0x7A }
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
