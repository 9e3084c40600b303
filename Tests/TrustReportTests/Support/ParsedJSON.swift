import Foundation

/// JSON as Foundation reads it: what our own writer is checked against.
enum ParsedJSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([ParsedJSON])
  case object([String: ParsedJSON])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(ParsedJSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([ParsedJSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: ParsedJSON].self))
    }
  }

  subscript(_ name: String) -> ParsedJSON? { object?[name] }
  subscript(_ index: Int) -> ParsedJSON? {
    array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
  }

  var string: String? { if case .string(let value) = self { value } else { nil } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var array: [ParsedJSON]? { if case .array(let value) = self { value } else { nil } }
  var object: [String: ParsedJSON]? { if case .object(let value) = self { value } else { nil } }

  /// The name of its type in JSON Schema, `integer` apart.
  var type: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
