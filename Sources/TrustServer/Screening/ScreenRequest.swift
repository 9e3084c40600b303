internal import TrustEngine
internal import TrustReport

/// What `POST /v1/screen` is asked.
struct ScreenRequest {
  /// An item; what is wrong with one is no harm to the others.
  enum Item {
    case post(Post)
    case faulty(id: String?, Problem.Fault)
  }

  var policy: String?
  var language: String
  /// Whether answers may quote words of the posts.
  var includesText: Bool
  var items: [Item]

  /// Reads a body.
  ///
  /// - Throws: A problem with every mistake outside the items.
  init(_ json: JSON, limits: ServerLimits) throws(Problem) {
    var fields = JSONFields()
    let members = fields.members(
      of: json,
      known: ["policy", "lang", "includeText", "items"],
      at: .root
    )
    policy = fields.string(members["policy"], at: .root.member("policy"), atMost: 128)
    language = fields.language(members["lang"])
    includesText = fields.bool(members["includeText"], at: .root.member("includeText")) ?? true
    if members["items"] ?? .null == .null { fields.missing("items", at: .root) }
    let place = JSONPointer.root.member("items")
    let elements = fields.elements(of: members["items"], at: place)
    if elements.count > limits.items {
      fields.report("too-many-items", at: place, "there may be \(limits.items) items at a time")
    }
    guard fields.faults.isEmpty else { throw .invalid(fields.faults) }
    items = elements.enumerated().map { index, element in
      Self.item(element, at: place.element(index), limits: limits)
    }
  }

  private static func item(_ json: JSON, at place: JSONPointer, limits: ServerLimits) -> Item {
    var fields = JSONFields()
    let members = fields.members(of: json, known: ["id", "fields"], at: place)
    let id = fields.string(members["id"], at: place.member("id"), atMost: 256)
    let inside = place.member("fields")
    var texts: [Post.Field] = []
    switch members["fields"] ?? .null {
    case .object(let members):
      if members.isEmpty { fields.report("no-fields", at: inside, "there is no text to screen") }
      if members.count > limits.fields {
        fields.report("too-many-fields", at: inside, "there may be \(limits.fields) fields")
      }
      for member in members {
        if member.name.utf8.count > 64 {
          fields.report("too-long", at: inside, "the name of a field is longer than 64 bytes")
        }
        if case .string(let text) = member.value {
          texts.append(Post.Field(name: member.name, text: text))
        } else {
          fields.report("wrong-type", at: inside.member(member.name), "this must be a string")
        }
      }
    case .null where fields.faults.isEmpty: fields.missing("fields", at: place)
    case .null: break
    default: fields.report("wrong-type", at: inside, "this must be an object of texts by name")
    }
    if let fault = fields.faults.first { return .faulty(id: id, fault) }
    return .post(Post(id: id, fields: texts))
  }
}

extension JSONFields {
  /// The language of reasons: Chinese unless English is asked for.
  mutating func language(_ value: JSON?) -> String {
    choice(value, among: [("zh", "zh"), ("en", "en")], at: .root.member("lang")) ?? "zh"
  }
}
