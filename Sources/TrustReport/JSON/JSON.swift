/// A JSON value whose objects keep the order of their members.
///
/// Reports are compared, hashed and kept under version control, so the same report must always be
/// the same bytes: the writer sorts nothing and knows no locale.
package indirect enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written with at most four decimals and never with an exponent.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package var name: String
    package var value: JSON

    package init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// A string, or `null` if there is none.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// A number, or `null` if there is none.
  package static func optional(_ number: Double?) -> JSON { number.map(JSON.number) ?? .null }

  /// An array of one value for each element.
  package static func list<T>(_ elements: some Sequence<T>, _ value: (T) -> JSON) -> JSON {
    .array(elements.map(value))
  }

  /// An array of strings.
  package static func strings(_ texts: [String]) -> JSON { .list(texts, JSON.string) }

  /// This object with the members of another behind its own.
  package func followed(by other: JSON) -> JSON {
    guard case .object(let mine) = self, case .object(let theirs) = other else { return self }
    return .object(mine + theirs)
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// Makes an object in the order written; a member whose value is `nil` is left out.
  package init(dictionaryLiteral elements: (String, JSON?)...) {
    self = .object(
      elements.compactMap { name, value in value.map { Member(name: name, value: $0) } }
    )
  }
}
