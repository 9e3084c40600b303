import Foundation

/// Checks JSON against the keywords of JSON Schema 2020-12 that our schema uses.
///
/// A keyword that it does not know is a mistake, so that no part of the schema is ever passed over
/// in silence.
struct SchemaValidator {
  private let root: ParsedJSON

  init(schema: String) throws {
    root = try ParsedJSON(schema)
  }

  /// What is wrong with a document; empty if it is valid.
  func mistakes(in text: String) throws -> [String] {
    check(try ParsedJSON(text), root, at: "")
  }

  private static let annotations: Set = [
    "$schema", "$id", "$defs", "title", "description", "then",
  ]

  private func check(_ value: ParsedJSON, _ schema: ParsedJSON, at path: String) -> [String] {
    switch schema {
    case .bool(let isAllowed): isAllowed ? [] : ["\(path): not allowed"]
    case .object(let keywords):
      keywords.flatMap { keyword, rule in
        Self.annotations.contains(keyword)
          ? [] : check(value, keyword, rule, in: schema, at: path)
      }
    default: ["\(path): no schema"]
    }
  }

  private func check(
    _ value: ParsedJSON,
    _ keyword: String,
    _ rule: ParsedJSON,
    in schema: ParsedJSON,
    at path: String
  ) -> [String] {
    func fails(_ isWrong: Bool?) -> [String] { isWrong == true ? ["\(path): \(keyword)"] : [] }
    let members = value.object ?? [:]
    let limit = rule.number ?? 0
    switch keyword {
    case "$ref":
      let name = (rule.string ?? "").replacingOccurrences(of: "#/$defs/", with: "")
      guard let target = root["$defs"]?[name] else { return ["\(path): no definition \(name)"] }
      return check(value, target, at: path)
    case "type":
      return fails(!(rule.array ?? [rule]).contains { Self.type($0.string ?? "", fits: value) })
    case "const": return fails(value != rule)
    case "enum": return fails(rule.array?.contains(value) != true)
    case "required":
      let names = value.object == nil ? [] : rule.array?.compactMap(\.string) ?? []
      return names.filter { members[$0] == nil }.map { "\(path): \($0) is missing" }
    case "properties":
      return members.flatMap { name, member in
        rule[name].map { check(member, $0, at: "\(path)/\(name)") } ?? []
      }
    case "additionalProperties":
      return members.filter { schema["properties"]?[$0.key] == nil }
        .flatMap { check($0.value, rule, at: "\(path)/\($0.key)") }
    case "propertyNames":
      return members.keys.flatMap { check(.string($0), rule, at: "\(path)/\($0)") }
    case "items":
      return (value.array ?? []).enumerated().flatMap { check($1, rule, at: "\(path)/\($0)") }
    case "minItems": return fails(value.array.map { Double($0.count) < limit })
    case "maxItems": return fails(value.array.map { Double($0.count) > limit })
    case "minLength": return fails(value.string.map { Double($0.unicodeScalars.count) < limit })
    case "minimum": return fails(value.number.map { $0 < limit })
    case "maximum": return fails(value.number.map { $0 > limit })
    case "pattern":
      return fails(
        value.string.map { $0.range(of: rule.string ?? "", options: .regularExpression) == nil }
      )
    case "oneOf":
      return fails((rule.array ?? []).count { check(value, $0, at: path).isEmpty } != 1)
    case "allOf": return (rule.array ?? []).flatMap { check(value, $0, at: path) }
    case "if":
      guard check(value, rule, at: path).isEmpty, let then = schema["then"] else { return [] }
      return check(value, then, at: path)
    default: return ["\(path): unknown keyword \(keyword)"]
    }
  }

  private static func type(_ name: String, fits value: ParsedJSON) -> Bool {
    name == "integer" ? value.number.map { $0 == $0.rounded() } ?? false : value.type == name
  }
}
