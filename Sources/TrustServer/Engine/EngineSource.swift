package import TrustEngine
package import TrustRules

/// Where rules, policies and tenants come from, each time anew.
package struct EngineSource: Sendable {
  /// What loading may fail with.
  package typealias Failure = PackError

  /// Builds the screener, from files that may have changed since.
  package var screener: @Sendable () throws(Failure) -> Screener
  /// The files and folders that `screener` reads, to be watched.
  package var screenerPaths: [String]

  /// Names a source.
  package init(
    screenerPaths: [String] = [],
    screener: @escaping @Sendable () throws(Failure) -> Screener
  ) {
    self.screenerPaths = screenerPaths
    self.screener = screener
  }
}

extension EngineSource {
  /// Loads all of it.
  ///
  /// - Throws: `PackError` with what is wrong with the first part that is.
  func load(_ settings: ServerSettings) throws(PackError) -> Engine {
    let policies = try PolicySet(
      paths: settings.policies,
      standard: settings.defaultPolicy,
      shadows: settings.shadowPolicies
    )
    var tenants: [Tenant] = []
    if let path = settings.tenants { tenants = try TenantFile.read(path) }
    if let token = settings.token { tenants.append(Tenant(operatorWithToken: token)) }
    try Self.check(tenants, against: policies)
    return Engine(
      screener: try screener(),
      policies: policies,
      tenants: TenantList(tenants: tenants),
      limits: settings.limits
    )
  }

  private static func check(_ tenants: [Tenant], against policies: PolicySet) throws(PackError) {
    let issues = tenants.flatMap { tenant in
      ((tenant.policy.map { [$0] } ?? []) + (tenant.allowedPolicies ?? []))
        .filter { policies.policy($0) == nil }
        .map { id in
          PackError.Issue(
            "unknown-policy",
            at: Mark(file: "tenants", line: 0, column: 0),
            "tenant “\(tenant.name)” names a policy “\(id)” that is not there",
            hint: NearestName.hint(id, in: policies.all.map(\.policy.id))
          )
        }
    }
    guard issues.isEmpty else { throw PackError(issues) }
  }
}
