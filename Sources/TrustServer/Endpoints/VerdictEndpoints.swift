internal import Hummingbird
internal import TrustEngine
internal import TrustReport

/// Screening, and deciding.
struct VerdictEndpoints: Sendable {
  let holder: EngineHolder
  let recorder: DecisionRecorder
  let limits: ServerLimits

  /// `POST /v1/screen`.
  func screen(_ request: Request, _ scope: RequestScope) async throws -> Response {
    // One engine for all of the request, whatever is loaded meanwhile.
    let engine = holder.engine
    let body = try await BodyReader(limits: limits).json(of: request)
    let asked = try ScreenRequest(body, limits: limits)
    let policy = try engine.policy(named: asked.policy, for: scope.tenant)
    let screening = PostScreening(engine: engine, policy: policy, limits: limits)
    let results = await screening.results(of: asked.items)
    await recorder.record(
      results,
      of: asked.items.map { if case .post(let post) = $0 { post } else { nil } },
      policy: policy,
      engine: engine,
      scope: scope
    )
    return answer(
      "trustscreen.screen/1",
      results,
      policy: policy,
      engine: engine,
      language: asked.language,
      includesText: asked.includesText,
      scope: scope
    )
  }

  /// `POST /v1/decide`.
  func decide(_ request: Request, _ scope: RequestScope) async throws -> Response {
    let engine = holder.engine
    let body = try await BodyReader(limits: limits).json(of: request)
    let asked = try DecideRequest(body, identity: engine.screener.identity, limits: limits)
    let policy = try engine.policy(named: asked.policy, for: scope.tenant)
    let screening = PostScreening(engine: engine, policy: policy, limits: limits)
    let results = asked.reports.map { screening.decided($0) }
    await recorder.record(
      results,
      of: results.map { _ in nil },
      policy: policy,
      engine: engine,
      scope: scope
    )
    return answer(
      "trustscreen.decide/1",
      results,
      policy: policy,
      engine: engine,
      language: asked.language,
      includesText: nil,
      scope: scope
    )
  }

  private func answer(
    _ schema: String,
    _ results: [ItemResult],
    policy: LoadedPolicy,
    engine: Engine,
    language: String,
    includesText: Bool?,
    scope: RequestScope
  ) -> Response {
    let wording = PolicyWording(policy: policy.policy, language: language)
    return .json([
      "schema": .string(schema),
      "policy": policy.json(isOverridden: scope.tenant?.overrides.isEmpty == false),
      "results": .list(results) { $0.json(wording, includesText: includesText) },
      "identity": engine.identity,
    ])
  }
}
