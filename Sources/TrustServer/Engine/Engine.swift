internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// All that an answer depends on but the request, loaded together and replaced together.
///
/// Immutable. A request takes one engine when it begins and keeps it, so that no answer mixes rules
/// of before and after a reload.
final class Engine: Sendable {
  let screener: Screener
  let policies: PolicySet
  let tenants: TenantList
  /// Memory for screening, reused from post to post.
  let pool = ScratchPool()
  /// What answers state of the rules.
  let identity: JSON
  /// The answer to who asks for the rules.
  let rules: [UInt8]

  /// Puts an engine together; posts are screened within the limits.
  init(screener: Screener, policies: PolicySet, tenants: TenantList, limits: ServerLimits) {
    var screener = screener
    screener.options.maxBytes = limits.fieldBytes
    screener.options.deadline = .seconds(limits.requestSeconds)
    self.screener = screener
    self.policies = policies
    self.tenants = tenants
    identity = screener.identity.jsonValue
    let list: JSON = [
      "rules": .list(screener.rules) { $0.summary },
      "identity": identity,
    ]
    var bytes: [UInt8] = []
    list.write(.compact, to: &bytes)
    rules = bytes
  }

  /// The policy for a request.
  ///
  /// - Throws: A problem if there is none of that name, or the tenant may not use it.
  func policy(named name: String?, for tenant: Tenant?) throws(Problem) -> LoadedPolicy {
    let policy: LoadedPolicy?
    switch name ?? tenant?.policy {
    case nil: policy = policies.standard
    case let id?: policy = tenant?.mayUse(id) ?? true ? policies.policy(id) : nil
    }
    guard let policy else { throw .unknownPolicy(name ?? tenant?.policy ?? "") }
    guard let overrides = tenant?.overrides, !overrides.isEmpty else { return policy }
    return policy.overridden(by: overrides)
  }
}

extension Rule {
  /// What the list of rules says of it.
  fileprivate var summary: JSON {
    [
      "id": .string(id.description),
      "category": .string(category.name),
      "kind": .string(kind),
      "severity": .string(severity.name),
      "status": .string(status.rawValue),
      "confidence": .number(confidence),
      "message": ["zh": .string(message.zh), "en": .string(message.en)],
      "guidance": .strings(guidance),
    ]
  }
}
