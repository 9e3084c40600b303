internal import HTTPTypes
internal import Hummingbird
internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// `POST /v1/moderations` in the shape of OpenAI's endpoint; off by default.
///
/// It cannot carry: where findings stand, which rule found them, messages, suggestions and sources;
/// review as against block (both are `flagged`); what was explained away; whether a report is
/// partial (then it is `flagged`). Images are refused. The action stands in `X-TrustScreen-Action`.
struct ModerationsAdapter: Sendable {
  let holder: EngineHolder
  let recorder: DecisionRecorder
  let limits: ServerLimits

  func moderate(_ request: Request, _ scope: RequestScope) async throws -> Response {
    let engine = holder.engine
    let body = try await BodyReader(limits: limits).json(of: request)
    let posts = try texts(body).map { Post(text: $0) }
    let policy = try engine.policy(named: nil, for: scope.tenant)
    let results = await PostScreening(engine: engine, policy: policy, limits: limits)
      .results(of: posts.map { .post($0) })
    await recorder.record(results, of: posts, policy: policy, engine: engine, scope: scope)
    let categories = Set(engine.screener.rules.map(\.category)).sorted()
    var response = Response.json([
      "id": .string("modr-" + scope.id),
      "model": .string(engine.screener.identity.engine),
      "results": .list(results) { Self.json($0, categories) },
    ])
    response.setAction(results.map(\.action).max() ?? .allow)
    return response
  }

  private func texts(_ body: JSON) throws(Problem) -> [String] {
    var fields = JSONFields()
    let members = fields.members(of: body, at: .root)
    let place = JSONPointer.root.member("input")
    var texts: [String] = []
    switch members["input"] {
    case nil, .null?: fields.missing("input", at: .root)
    case .string(let text)?: texts = [text]
    case let list?:
      for (index, element) in fields.elements(of: list, at: place).enumerated() {
        if let text = Self.text(element, at: place.element(index), noting: &fields) {
          texts.append(text)
        }
      }
    }
    if texts.count > limits.items {
      fields.report("too-many-items", at: place, "there may be \(limits.items) inputs at a time")
    }
    guard fields.faults.isEmpty else { throw .invalid(fields.faults) }
    return texts
  }

  private static func text(
    _ element: JSON,
    at place: JSONPointer,
    noting fields: inout JSONFields
  ) -> String? {
    if case .string(let text) = element { return text }
    let members = fields.members(of: element, at: place)
    guard members["type"] == .string("text") else {
      fields.report("bad-value", at: place.member("type"), "only inputs of type “text” are read")
      return nil
    }
    let text = fields.string(members["text"], at: place.member("text"), atMost: .max)
    if text == nil { fields.missing("text", at: place) }
    return text
  }

  private static func json(_ result: ItemResult, _ categories: [Category]) -> JSON {
    func members(_ value: (Category) -> JSON) -> JSON {
      .object(categories.map { JSON.Member(name: $0.name, value: value($0)) })
    }
    let report: Report? = if case .screened(let report, _) = result.outcome { report } else { nil }
    return [
      "flagged": .bool(result.action != .allow),
      "categories": members { .bool(report?.isFlagged(in: $0) ?? true) },
      // What could not be screened may be anything.
      "category_scores": members { category in
        .number(report.map { $0.categories[category]?.score ?? 0 } ?? 1)
      },
      "category_applied_input_types": members { _ in ["text"] },
    ]
  }
}

extension Response {
  /// States the action for those adapters whose shape has no room for it.
  mutating func setAction(_ action: Policy.Action) {
    guard let field = HTTPField.Name("X-TrustScreen-Action") else { return }
    headers[field] = action.name
  }
}
