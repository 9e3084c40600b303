internal import Hummingbird
internal import TrustEngine
internal import TrustReport
internal import TrustRules
internal import TrustText

/// `POST /v1alpha1/comments:analyze` in the shape of Perspective's endpoint; off by default.
///
/// Attributes are our categories, as `FALSE_REMEDY`; attributes of Perspective such as `TOXICITY`
/// are refused, as nothing here measures them. It cannot carry: rules, severities, messages,
/// suggestions and sources; what was explained away; whether a report is partial (then the action in
/// `X-TrustScreen-Action` is `review`). Places are in UTF-16 units. Nothing is stored, whatever
/// `doNotStore` says.
struct PerspectiveAdapter: Sendable {
  let holder: EngineHolder
  let recorder: DecisionRecorder
  let limits: ServerLimits

  func analyze(_ request: Request, _ scope: RequestScope) async throws -> Response {
    let engine = holder.engine
    let body = try await BodyReader(limits: limits).json(of: request)
    let asked = try Asked(body, known: Set(engine.screener.rules.map(\.category)))
    let policy = try engine.policy(named: nil, for: scope.tenant)
    let post = Post(text: asked.text)
    let results = await PostScreening(engine: engine, policy: policy, limits: limits)
      .results(of: [.post(post)])
    await recorder.record(results, of: [post], policy: policy, engine: engine, scope: scope)
    guard let result = results.first, case .screened(let report, _) = result.outcome else {
      throw Problem.internalError
    }
    let scores = asked.attributes.map { category in
      JSON.Member(
        name: Self.attribute(category),
        value: Self.score(category, report, hasSpans: asked.wantsSpans)
      )
    }
    var response = Response.json([
      "attributeScores": .object(scores),
      "languages": .strings(asked.languages),
      "clientToken": asked.clientToken.map(JSON.string),
    ])
    response.setAction(result.action)
    return response
  }

  /// The name of a category as Perspective would write it.
  static func attribute(_ category: Category) -> String {
    category.name.uppercased().replacing("-", with: "_")
  }

  private static func score(_ category: Category, _ report: Report, hasSpans: Bool) -> JSON {
    func value(_ number: Double) -> JSON {
      ["value": .number(number), "type": "PROBABILITY"]
    }
    let findings = report.findings.filter { $0.category == category }
    return [
      "spanScores": hasSpans
        ? .list(findings) {
          [
            "begin": .integer($0.span.utf16.lowerBound), "end": .integer($0.span.utf16.upperBound),
            "score": value($0.confidence),
          ]
        } : nil,
      "summaryScore": value(report.categories[category]?.score ?? 0),
    ]
  }
}

extension PerspectiveAdapter {
  /// What a request asks for.
  private struct Asked {
    var text: String
    var attributes: [Category]
    var wantsSpans: Bool
    var languages: [String]
    var clientToken: String?

    init(_ body: JSON, known: Set<Category>) throws(Problem) {
      var fields = JSONFields()
      let members = fields.members(of: body, at: .root)
      let place = JSONPointer.root.member("comment")
      let comment = members["comment"].map { fields.members(of: $0, at: place) }
      let words = fields.string(comment?["text"], at: place.member("text"), atMost: .max)
      if words == nil { fields.missing("text", at: place) }
      text = words ?? ""
      let inside = JSONPointer.root.member("requestedAttributes")
      attributes = []
      if let requested = members["requestedAttributes"] {
        for name in fields.members(of: requested, at: inside).keys.sorted() {
          if let category = known.first(where: { PerspectiveAdapter.attribute($0) == name }) {
            attributes.append(category)
          } else {
            let names = known.map(PerspectiveAdapter.attribute).sorted().joined(separator: ", ")
            fields.report("bad-value", at: inside.member(name), "there are the attributes \(names)")
          }
        }
      }
      if attributes.isEmpty, fields.faults.isEmpty {
        fields.missing("requestedAttributes", at: .root)
      }
      let span = JSONPointer.root.member("spanAnnotations")
      wantsSpans = fields.bool(members["spanAnnotations"], at: span) ?? false
      let spoken = JSONPointer.root.member("languages")
      languages = []
      for (index, element) in fields.elements(of: members["languages"], at: spoken).enumerated() {
        if let name = fields.string(element, at: spoken.element(index), atMost: 35) {
          languages.append(name)
        } else if element == .null {
          fields.missing("\(index)", at: spoken)
        }
      }
      let token = JSONPointer.root.member("clientToken")
      clientToken = fields.string(members["clientToken"], at: token, atMost: 256)
      guard fields.faults.isEmpty else { throw .invalid(fields.faults) }
    }
  }
}
