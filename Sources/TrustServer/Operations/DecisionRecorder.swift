internal import TrustEngine

/// Counts decisions, and writes them to the audit log if there is one: wherever they are made.
struct DecisionRecorder: Sendable {
  let metrics: Metrics
  let audit: AuditLog?

  /// Records the results of one request; `posts` are what they are of, where there is a text.
  func record(
    _ results: [ItemResult],
    of posts: [Post?],
    policy: LoadedPolicy,
    engine: Engine,
    scope: RequestScope
  ) async {
    metrics.note(results, policy: policy.policy.id, tenant: scope.tenant?.name ?? "-")
    await audit?.append(results, of: posts, policy: policy, engine: engine, scope: scope)
  }
}
