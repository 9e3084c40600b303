public import TrustEngine
public import TrustRules

extension Policy {
  /// Reads a policy from a YAML file.
  ///
  /// - Throws: `PackError` with every mistake, each with file, line, column and hint.
  public static func file(_ path: String) throws(PackError) -> Policy {
    try yaml(YAMLSource.text(ofFile: path), name: path)
  }

  /// Reads a policy from YAML text; `name` is how messages call it.
  ///
  /// - Throws: `PackError` with every mistake.
  public static func yaml(_ source: String, name: String) throws(PackError) -> Policy {
    let (node, issues) = YAMLSource.read(source, file: name)
    guard let node, issues.isEmpty else { throw PackError(issues) }
    var reader = PolicyReader()
    let policy = reader.policy(node)
    guard reader.issues.isEmpty else { throw PackError(reader.issues) }
    return policy
  }
}

/// Turns a policy's file into a policy, and collects every mistake.
private struct PolicyReader {
  private var reader = NodeReader()

  var issues: [PackError.Issue] { reader.issues }

  private static let keys = [
    "policy", "id", "version", "on-error", "on-partial", "base-rate", "count", "block", "review",
    "allow", "ignore", "thresholds",
  ]

  mutating func policy(_ node: SourceNode) -> Policy {
    let fields = reader.fields(of: node, known: Self.keys, what: "the policy")
    if reader.text(fields["policy"], what: "policy") != "1" {
      reader.report(
        "bad-format",
        at: fields["policy"]?.mark ?? node.mark,
        "a policy opens with “policy: 1”, the format that this program reads"
      )
    }
    for key in ["id", "version"] where fields[key] == nil {
      reader.report("missing-key", at: node.mark, "the policy has no “\(key)”")
    }
    if let allow = fields["allow"] {
      _ = reader.choice(allow, among: [("otherwise", true)], what: "allow")
    }
    let severe: [(String, Policy.Action)] = [("review", .review), ("block", .block)]
    var policy = Policy(
      id: reader.text(fields["id"], what: "id") ?? "",
      version: reader.text(fields["version"], what: "version") ?? "",
      block: clauses(fields["block"], what: "block"),
      review: clauses(fields["review"], what: "review"),
      onPartial: reader.choice(fields["on-partial"], among: severe, what: "on-partial") ?? .review,
      onError: reader.choice(fields["on-error"], among: severe, what: "on-error") ?? .review,
      baseRate: reader.number(fields["base-rate"], in: 0...1, what: "base-rate")
    )
    if let counted = fields["count"] {
      policy.counts = Set(
        reader.names(counted, what: "count").compactMap { name, mark in
          reader.choice(SourceNode(.text(name), at: mark), Rule.Status.self, what: "count")
        }
      )
    }
    policy.ignoredRules = Set(reader.names(fields["ignore"], what: "ignore").map(\.name))
    policy.thresholds = reader.thresholds(fields["thresholds"])
    return policy
  }

  private mutating func clauses(_ node: SourceNode?, what: String) -> [Policy.Clause] {
    guard let node else { return [] }
    guard let list = node.list else {
      reader.report("wrong-type", at: node.mark, "\(what) must be a list, not \(node.kind)")
      return []
    }
    return list.map { clause($0, what: what) }
  }

  private static let clauseKeys = [
    "category", "rule", "severity", "at-least", "calibrated-at-least", "findings", "suppressed-by",
  ]

  private mutating func clause(_ node: SourceNode, what: String) -> Policy.Clause {
    let fields = reader.fields(of: node, known: Self.clauseKeys, what: "a clause of “\(what)”")
    if node.map?.isEmpty == true {
      reader.report("empty-clause", at: node.mark, "the clause says nothing")
    }
    if let calibrated = fields["calibrated-at-least"], fields["suppressed-by"] != nil {
      reader.report(
        "bad-value",
        at: calibrated.mark,
        "“calibrated-at-least” reads scores of findings, and “suppressed-by” counts what is none",
        hint: "make two clauses of them"
      )
    }
    return Policy.Clause(
      category: reader.text(fields["category"], what: "category").map { Category(name: $0) },
      rule: reader.text(fields["rule"], what: "rule"),
      severity: reader.choice(
        fields["severity"],
        among: Severity.allCases.map { ($0.name, $0) },
        what: "severity"
      ),
      atLeast: reader.number(fields["at-least"], in: 0...1, what: "at-least"),
      calibratedAtLeast: reader.number(
        fields["calibrated-at-least"],
        in: 0...1,
        what: "calibrated-at-least"
      ),
      findings: reader.count(fields["findings"], in: 1...1000, what: "findings") ?? 1,
      suppressedBy: reader.names(fields["suppressed-by"], what: "suppressed-by").map(\.name)
    )
  }
}

extension NodeReader {
  /// How likely findings of categories must be to count.
  package mutating func thresholds(_ node: SourceNode?) -> [Category: Double] {
    guard let node else { return [:] }
    var thresholds: [Category: Double] = [:]
    for (category, _, value) in entries(of: node, what: "thresholds") {
      thresholds[Category(name: category)] = number(value, in: 0...1, what: category)
    }
    return thresholds
  }
}
