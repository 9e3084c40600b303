internal import HTTPTypes
internal import Hummingbird
internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// What the server tells of itself.
struct StateEndpoints: Sendable {
  let holder: EngineHolder
  let metrics: Metrics
  let load: LoadCounter

  /// `GET /healthz`: the process answers.
  func health(_ request: Request, _ scope: RequestScope) -> Response { .json(["status": "ok"]) }

  /// `GET /readyz`: rules are loaded.
  ///
  /// A reload that was refused is told, and is no reason not to be
  /// ready: the old rules answer.
  func readiness(_ request: Request, _ scope: RequestScope) -> Response {
    let state = holder.current
    return .json([
      "status": "ready",
      "generation": .integer(state.generation),
      "reload": state.failure == nil ? "ok" : "refused",
      // Places and words of rule files are for those who may read rules.
      "issues": .integer(state.failure?.issues.count ?? 0),
    ])
  }

  /// `GET /v1/identity`.
  func identity(_ request: Request, _ scope: RequestScope) -> Response {
    let state = holder.current
    return .json(["identity": state.engine.identity, "generation": .integer(state.generation)])
  }

  /// `GET /v1/rules`.
  func rules(_ request: Request, _ scope: RequestScope) -> Response {
    .json(holder.engine.rules)
  }

  /// `GET /v1/policies`: those that the tenant may use.
  func policies(_ request: Request, _ scope: RequestScope) throws -> Response {
    let engine = holder.engine
    let standard = try engine.policy(named: nil, for: scope.tenant).policy.id
    let usable = engine.policies.all.filter { scope.tenant?.mayUse($0.policy.id) ?? true }
    let shadows = Set(engine.policies.shadows.map(\.policy.id))
    return .json([
      "policies": .list(usable) { loaded in
        let wording = PolicyWording(policy: loaded.policy, language: "en")
        return [
          "id": .string(loaded.policy.id),
          "version": .string(loaded.policy.version),
          "digest": loaded.digest.map { .string("sha256:" + $0) } ?? .null,
          "default": .bool(loaded.policy.id == standard),
          "shadow": .bool(shadows.contains(loaded.policy.id)),
          "block": .list(loaded.policy.block) { .string(wording.words($0)) },
          "review": .list(loaded.policy.review) { .string(wording.words($0)) },
        ]
      }
    ])
  }

  /// `GET /metrics`.
  func metrics(_ request: Request, _ scope: RequestScope) throws -> Response {
    if let tenant = scope.tenant, !tenant.isOperator {
      throw Problem.forbidden("Metrics are of all tenants; ask with an operator's token.")
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text(holder.current, load)))
    )
  }

  /// `POST /v1/reload`.
  func reload(_ request: Request, _ scope: RequestScope) async throws -> Response {
    guard scope.tenant?.isOperator == true else {
      throw Problem.forbidden("Only an operator's token may load rules anew; SIGHUP does the same.")
    }
    let state = await holder.reload(because: "request \(scope.id)")
    if let failure = state.failure {
      var problem = Problem.notReloaded
      problem.faults = failure.issues.map { issue in
        Problem.Fault(
          pointer: .root,
          code: issue.code,
          detail: "\(issue.file):\(issue.line):\(issue.column): \(issue.message)"
        )
      }
      throw problem
    }
    return .json([
      "generation": .integer(state.generation), "identity": state.engine.identity,
    ])
  }
}
