internal import TrustEngine

/// Screens the items of one request by one engine, and decides on each by one policy.
struct PostScreening: Sendable {
  let engine: Engine
  let policy: LoadedPolicy
  let limits: ServerLimits

  /// Screens items, in their order.
  ///
  /// What is left when the time is up asks for review; between items others get their turn.
  func results(of items: [ScreenRequest.Item]) async -> [ItemResult] {
    let deadline = ContinuousClock.now + .seconds(limits.requestSeconds)
    var results: [ItemResult] = []
    results.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      if index > 0 { await Task.yield() }
      switch item {
      case .faulty(let id, let fault): results.append(failed(id, fault))
      case .post(let post):
        guard index == 0 || ContinuousClock.now < deadline else {
          results.append(failed(post.id, timeOut(index)))
          continue
        }
        results.append(decided(engine.pool.screen(post, by: engine.screener)))
      }
    }
    return results
  }

  /// Decides on a report.
  func decided(_ report: Report) -> ItemResult {
    let decision = policy.policy.decide(report)
    return ItemResult(
      id: report.id,
      outcome: .screened(report, decision),
      action: decision.action,
      shadows: engine.policies.shadows.map { ($0.policy.id, $0.policy.decide(report).action) }
    )
  }

  /// What to do with an item that cannot be screened.
  func failed(_ id: String?, _ fault: Problem.Fault) -> ItemResult {
    ItemResult(
      id: id,
      outcome: .failed(fault),
      action: policy.policy.onError,
      shadows: engine.policies.shadows.map { ($0.policy.id, $0.policy.onError) }
    )
  }

  private func timeOut(_ index: Int) -> Problem.Fault {
    Problem.Fault(
      pointer: .root.member("items").element(index),
      code: "time-out",
      detail: "the request's time of \(limits.requestSeconds) s was up; send fewer items"
    )
  }
}
