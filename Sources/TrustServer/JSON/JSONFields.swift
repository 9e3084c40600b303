internal import TrustReport

/// Reads the members of objects and notes what is wrong, with its place; reading goes on behind a
/// mistake, so that a caller sees all of them.
struct JSONFields {
  /// What was found wrong so far.
  private(set) var faults: [Problem.Fault] = []

  /// Notes a mistake.
  mutating func report(_ code: String, at pointer: JSONPointer, _ detail: String) {
    faults.append(Problem.Fault(pointer: pointer, code: code, detail: detail))
  }

  /// The members of an object; names that are not `known` are mistakes, unless `nil`.
  mutating func members(
    of value: JSON,
    known: [String]? = nil,
    at pointer: JSONPointer
  ) -> [String: JSON] {
    guard case .object(let members) = value else {
      wrongType("an object", value, at: pointer)
      return [:]
    }
    if let known {
      for member in members where !known.contains(member.name) {
        report(
          "unknown-member",
          at: pointer.member(member.name),
          "no such member is known here; known are \(known.joined(separator: ", "))"
        )
      }
    }
    return Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The elements of an array.
  mutating func elements(of value: JSON?, at pointer: JSONPointer) -> [JSON] {
    guard let value = present(value) else { return [] }
    if case .array(let elements) = value { return elements }
    wrongType("an array", value, at: pointer)
    return []
  }

  /// A string of at most `limit` scalars, as JSON Schema counts them; `nil` too if it is `null` or
  /// missing.
  mutating func string(_ value: JSON?, at pointer: JSONPointer, atMost limit: Int) -> String? {
    guard let value = present(value) else { return nil }
    guard case .string(let text) = value else {
      wrongType("a string", value, at: pointer)
      return nil
    }
    guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
      report("too-long", at: pointer, "there are more than \(limit) characters")
      return nil
    }
    return text
  }

  /// One of several strings; `nil` too if it is `null` or missing.
  mutating func choice<Value>(
    _ value: JSON?,
    among choices: [(name: String, value: Value)],
    at pointer: JSONPointer
  ) -> Value? {
    guard let text = string(value, at: pointer, atMost: 64) else { return nil }
    if let choice = choices.first(where: { $0.name == text }) { return choice.value }
    let names = choices.map(\.name).joined(separator: ", ")
    report("bad-value", at: pointer, "this must be one of \(names)")
    return nil
  }

  /// A number from 0 to 1; `nil` too if it is `null` or missing.
  mutating func probability(_ value: JSON?, at pointer: JSONPointer) -> Double? {
    let number: Double
    switch present(value) {
    case nil: return nil
    case .integer(let integer): number = Double(integer)
    case .number(let decimal): number = decimal
    case let other?:
      wrongType("a number", other, at: pointer)
      return nil
    }
    if (0...1).contains(number) { return number }
    report("bad-value", at: pointer, "this must be a number from 0 to 1")
    return nil
  }

  /// `true` or `false`; `nil` too if it is `null` or missing.
  mutating func bool(_ value: JSON?, at pointer: JSONPointer) -> Bool? {
    guard let value = present(value) else { return nil }
    if case .bool(let bool) = value { return bool }
    wrongType("true or false", value, at: pointer)
    return nil
  }

  /// Notes that a member is missing.
  mutating func missing(_ name: String, at pointer: JSONPointer) {
    report("missing-member", at: pointer, "“\(name)” is missing")
  }

  private func present(_ value: JSON?) -> JSON? { value == .null ? nil : value }

  private mutating func wrongType(_ wanted: String, _ value: JSON, at pointer: JSONPointer) {
    report("wrong-type", at: pointer, "this must be \(wanted), not \(value.kind)")
  }
}

extension JSON {
  /// What kind of value it is, for messages.
  fileprivate var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
