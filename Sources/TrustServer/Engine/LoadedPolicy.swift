internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// A policy as it was read, and what tells it from other versions of itself.
struct LoadedPolicy: Sendable {
  var policy: Policy
  /// SHA-256 of its file in hexadecimal; `nil` for the one that is built in.
  var digest: String?

  /// The policy of those who name none.
  static let standard = LoadedPolicy(policy: .standard, digest: nil)

  /// The same with what a tenant has changed.
  func overridden(by overrides: PolicyOverrides) -> LoadedPolicy {
    var policy = policy
    policy.ignoredRules.formUnion(overrides.ignoredRules)
    policy.thresholds.merge(overrides.thresholds) { _, tenants in tenants }
    if let baseRate = overrides.baseRate { policy.baseRate = baseRate }
    return LoadedPolicy(policy: policy, digest: digest)
  }

  /// What answers state of it; `isOverridden` if a tenant changed it.
  func json(isOverridden: Bool) -> JSON {
    [
      "id": .string(policy.id),
      "version": .string(policy.version),
      "digest": digest.map { .string("sha256:" + $0) } ?? .null,
      "overridden": .bool(isOverridden),
    ]
  }
}

/// What a tenant changes in every policy it uses.
struct PolicyOverrides: Sendable, Hashable {
  var ignoredRules: Set<String> = []
  var thresholds: [Category: Double] = [:]
  var baseRate: Double?

  /// Whether nothing is changed.
  var isEmpty: Bool { self == PolicyOverrides() }
}
