internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// Reads of a report in JSON (`trustscreen.report/1`) what policies look at.
enum ReportReader {
  /// Reads a report and notes what is wrong with it.
  static func report(
    _ json: JSON,
    at place: JSONPointer,
    identity: Identity,
    noting fields: inout JSONFields
  ) -> Report {
    let members = fields.members(of: json, at: place)
    if members["schema"] != .string(Report.jsonSchemaName) {
      fields.report(
        "bad-value",
        at: place.member("schema"),
        "this must be “\(Report.jsonSchemaName)”"
      )
    }
    for name in ["findings", "completeness"] where isMissing(members[name]) {
      fields.missing(name, at: place)
    }
    let id = fields.string(members["id"], at: place.member("id"), atMost: 256)
    let findings = list(members["findings"], at: place.member("findings"), &fields, finding)
    let suppressed = list(members["suppressed"], at: place.member("suppressed"), &fields, finding)
    let categories = categories(members["categories"], at: place.member("categories"), &fields)
    return Report(
      id: id,
      findings: findings.map(\.finding),
      suppressed: suppressed.map { Suppressed(stored: $0.finding, by: $0.by) },
      categories: categories,
      completeness: completeness(
        members["completeness"],
        at: place.member("completeness"),
        &fields
      ),
      identity: identity
    )
  }

  /// Whether nothing is there, or `null`, which says no more.
  private static func isMissing(_ value: JSON?) -> Bool { value == nil || value == .null }

  private static func list<Element>(
    _ json: JSON?,
    at place: JSONPointer,
    _ fields: inout JSONFields,
    _ read: (JSON, JSONPointer, inout JSONFields) -> Element
  ) -> [Element] {
    fields.elements(of: json, at: place).enumerated().map { index, element in
      read(element, place.element(index), &fields)
    }
  }

  /// A finding, and what silenced it, if anything did.
  private static func finding(
    _ json: JSON,
    at place: JSONPointer,
    noting fields: inout JSONFields
  ) -> (finding: Finding, by: String) {
    let members = fields.members(of: json, at: place)
    func text(_ name: String, _ fields: inout JSONFields) -> String {
      if isMissing(members[name]) { fields.missing(name, at: place) }
      return fields.string(members[name], at: place.member(name), atMost: 256) ?? ""
    }
    let rule = Rule.ID(text("rule", &fields))
    if rule == nil {
      fields.report("bad-value", at: place.member("rule"), "this must be pack/rule")
    }
    let severities = Severity.allCases.map { ($0.name, $0) }
    let statuses = Rule.Status.allCases.map { ($0.rawValue, $0) }
    for name in ["severity", "confidence"] where isMissing(members[name]) {
      fields.missing(name, at: place)
    }
    let finding = Finding(
      storedRule: rule ?? Rule.ID(pack: "", name: ""),
      category: Category(name: text("category", &fields)),
      kind: fields.string(members["kind"], at: place.member("kind"), atMost: 256) ?? "",
      // What is missing was noted; until then the worst is taken for granted.
      severity: fields.choice(members["severity"], among: severities, at: place.member("severity"))
        ?? .critical,
      status: fields.choice(members["status"], among: statuses, at: place.member("status"))
        ?? .stable,
      confidence: fields.probability(members["confidence"], at: place.member("confidence")) ?? 1
    )
    return (finding, fields.string(members["by"], at: place.member("by"), atMost: 128) ?? "")
  }

  private static func categories(
    _ json: JSON?,
    at place: JSONPointer,
    _ fields: inout JSONFields
  ) -> [Category: CategoryScore] {
    guard let json else { return [:] }
    var scores: [Category: CategoryScore] = [:]
    for (name, value) in fields.members(of: json, at: place).sorted(by: { $0.key < $1.key }) {
      let place = place.member(name)
      let members = fields.members(of: value, at: place)
      scores[Category(name: name)] = CategoryScore(
        score: fields.probability(members["score"], at: place.member("score")) ?? 1,
        calibrated: fields.probability(members["calibrated"], at: place.member("calibrated")),
        baseRate: fields.probability(members["baseRate"], at: place.member("baseRate"))
      )
    }
    return scores
  }

  private static func completeness(
    _ json: JSON?,
    at place: JSONPointer,
    _ fields: inout JSONFields
  ) -> Completeness {
    guard let json else { return .complete }
    let members = fields.members(of: json, at: place)
    if isMissing(members["status"]) { fields.missing("status", at: place) }
    let isPartial = fields.choice(
      members["status"],
      among: [("complete", false), ("partial", true)],
      at: place.member("status")
    )
    let notices = list(members["notices"], at: place.member("notices"), &fields) {
      json,
      place,
      fields in
      let members = fields.members(of: json, at: place)
      return Notice(
        code: fields.string(members["code"], at: place.member("code"), atMost: 64) ?? "unknown",
        detail: fields.string(members["detail"], at: place.member("detail"), atMost: 1024) ?? ""
      )
    }
    if let isPartial, !isPartial, notices.isEmpty { return .complete }
    // Partial without a reason is partial all the same.
    return .partial(
      notices.isEmpty ? [Notice(code: "unknown", detail: "the report does not say why")] : notices
    )
  }
}
