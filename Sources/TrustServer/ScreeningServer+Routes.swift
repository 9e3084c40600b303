internal import HTTPTypes
internal import Hummingbird

extension ScreeningServer {
  private typealias Endpoint = @Sendable (Request, RequestScope) async throws -> Response

  /// All there is, by method and path.
  private var endpoints: [(method: HTTPRequest.Method, path: String, endpoint: Endpoint)] {
    let limits = settings.limits
    let recorder = DecisionRecorder(metrics: metrics, audit: audit)
    let verdicts = VerdictEndpoints(holder: holder, recorder: recorder, limits: limits)
    let state = StateEndpoints(holder: holder, metrics: metrics, load: load)
    let drafts = ExtractEndpoint(limits: limits)
    var endpoints: [(HTTPRequest.Method, String, Endpoint)] = [
      (.post, "/v1/screen", verdicts.screen),
      (.post, "/v1/decide", verdicts.decide),
      (.post, "/v1/extract", drafts.extract),
      (.post, "/v1/reload", state.reload),
      (.get, "/v1/identity", state.identity),
      (.get, "/v1/rules", state.rules),
      (.get, "/v1/policies", state.policies),
      (.get, "/healthz", state.health),
      (.get, "/readyz", state.readiness),
      (.get, "/metrics", state.metrics),
    ]
    if settings.adapters.contains(.openAIModerations) {
      let adapter = ModerationsAdapter(holder: holder, recorder: recorder, limits: limits)
      endpoints.append((.post, "/v1/moderations", adapter.moderate))
    }
    if settings.adapters.contains(.perspective) {
      let adapter = PerspectiveAdapter(holder: holder, recorder: recorder, limits: limits)
      endpoints.append((.post, "/v1alpha1/comments:analyze", adapter.analyze))
    }
    for (path, file) in PageFiles.all {
      endpoints.append((.get, path, { request, _ in PageFiles.response(file, to: request) }))
    }
    return endpoints
  }

  /// The methods that each path answers to.
  var methods: [String: [String]] {
    var methods: [String: [String]] = [:]
    for (method, path, _) in endpoints {
      methods[path] = method == .get ? ["GET", "HEAD"] : [method.rawValue]
    }
    return methods
  }

  /// The way from requests to endpoints.
  func router() -> Router<RequestScope> {
    let router = Router(context: RequestScope.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: ObservingMiddleware(metrics: metrics, routes: methods))
    router.add(middleware: AdmittingMiddleware(holder: holder, load: load, settings: settings))
    for (method, path, endpoint) in endpoints {
      router.on(RouterPath(path), method: method, use: endpoint)
    }
    return router
  }
}
