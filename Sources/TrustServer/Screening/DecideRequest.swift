internal import TrustEngine
internal import TrustReport

/// What `POST /v1/decide` is asked: what to do about reports that were made before.
struct DecideRequest {
  var policy: String?
  var language: String
  var reports: [Report]

  /// Reads a body; `identity` is taken for that of the reports, on which nothing depends here.
  ///
  /// - Throws: A problem with every mistake.
  init(_ json: JSON, identity: Identity, limits: ServerLimits) throws(Problem) {
    var fields = JSONFields()
    let known = ["policy", "lang", "report", "reports"]
    let members = fields.members(of: json, known: known, at: .root)
    policy = fields.string(members["policy"], at: .root.member("policy"), atMost: 128)
    language = fields.language(members["lang"])
    let place = JSONPointer.root.member("reports")
    var elements = fields.elements(of: members["reports"], at: place)
      .enumerated().map { ($1, place.element($0)) }
    if let report = members["report"] { elements.append((report, .root.member("report"))) }
    switch (members["report"], members["reports"]) {
    case (nil, nil): fields.missing("report” or “reports", at: .root)
    case (_?, _?): fields.report("bad-value", at: .root, "give “report” or “reports”, not both")
    default: break
    }
    if elements.count > limits.items {
      fields.report("too-many-items", at: place, "there may be \(limits.items) reports at a time")
    }
    reports = elements.prefix(limits.items).map { element, place in
      ReportReader.report(element, at: place, identity: identity, noting: &fields)
    }
    guard fields.faults.isEmpty else { throw .invalid(fields.faults) }
  }
}
