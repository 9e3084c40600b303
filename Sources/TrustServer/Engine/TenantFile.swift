internal import TrustRuleFiles
internal import TrustRules
internal import TrustText

/// Reads the file that says who may use the server.
struct TenantFile {
  private var reader = NodeReader()

  /// Reads a file, or no tenants if there is no path.
  ///
  /// - Throws: `PackError` with every mistake, each with file, line, column and hint.
  static func read(_ path: String) throws(PackError) -> [Tenant] {
    try yaml(YAMLSource.text(ofFile: path), name: path)
  }

  /// Reads YAML text; `name` is how messages call it.
  ///
  /// - Throws: `PackError` with every mistake.
  static func yaml(_ source: String, name: String) throws(PackError) -> [Tenant] {
    let (node, issues) = YAMLSource.read(source, file: name)
    guard let node, issues.isEmpty else { throw PackError(issues) }
    var file = TenantFile()
    let tenants = file.tenants(node)
    guard file.reader.issues.isEmpty else { throw PackError(file.reader.issues) }
    return tenants
  }

  private mutating func tenants(_ node: SourceNode) -> [Tenant] {
    let fields = reader.fields(of: node, known: ["tenants", "list"], what: "the file of tenants")
    if reader.text(fields["tenants"], what: "tenants") != "1" {
      reader.report(
        "bad-format",
        at: fields["tenants"]?.mark ?? node.mark,
        "a file of tenants opens with “tenants: 1”, the format that this program reads"
      )
    }
    guard let list = fields["list"]?.list, !list.isEmpty else {
      reader.report(
        "missing-key",
        at: fields["list"]?.mark ?? node.mark,
        "there are no tenants",
        hint: "“list:” has one entry for each, with “name” and “token-sha256”"
      )
      return []
    }
    var names: Set<String> = []
    return list.compactMap { entry in
      guard let tenant = tenant(entry) else { return nil }
      if !names.insert(tenant.name).inserted {
        reader.report("duplicate-key", at: entry.mark, "two tenants are called “\(tenant.name)”")
      }
      return tenant
    }
  }

  private static let keys = [
    "name", "token-sha256", "policy", "policies", "operator", "ignore", "thresholds", "base-rate",
  ]

  private mutating func tenant(_ node: SourceNode) -> Tenant? {
    let fields = reader.fields(of: node, known: Self.keys, what: "a tenant")
    let name = fields["name"].flatMap { reader.identifier($0) }
    let digest = digest(fields["token-sha256"])
    for key in ["name", "token-sha256"] where fields[key] == nil {
      reader.report("missing-key", at: node.mark, "the tenant has no “\(key)”")
    }
    guard let name, let digest else { return nil }
    var tenant = Tenant(name: name, tokenDigest: digest)
    tenant.policy = reader.text(fields["policy"], what: "policy")
    if let policies = fields["policies"] {
      tenant.allowedPolicies = reader.names(policies, what: "policies").map(\.name)
    }
    tenant.isOperator =
      fields["operator"].flatMap {
        reader.choice($0, among: [("yes", true), ("no", false)], what: "operator")
      } ?? false
    tenant.overrides.ignoredRules = Set(
      reader.names(fields["ignore"], what: "ignore").map(\.name)
    )
    tenant.overrides.thresholds = reader.thresholds(fields["thresholds"])
    tenant.overrides.baseRate = reader.number(fields["base-rate"], in: 0...1, what: "base-rate")
    return tenant
  }

  private mutating func digest(_ node: SourceNode?) -> [UInt8]? {
    guard let node, let text = reader.text(node, what: "token-sha256") else { return nil }
    let digits = Array(text.lowercased().utf8)
    let isDigest =
      digits.count == 64
      && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    if isDigest { return digits }
    reader.report(
      "bad-value",
      at: node.mark,
      "token-sha256 must be 64 hexadecimal digits",
      hint: "printf %s TOKEN | sha256sum"
    )
    return nil
  }
}
