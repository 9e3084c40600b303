internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// The outermost step of every answer: its id, its headers, its place in log and metrics; and what
/// becomes of errors.
struct ObservingMiddleware: RouterMiddleware {
  typealias Context = RequestScope

  let metrics: Metrics
  /// The methods that each path answers to.
  let routes: [String: [String]]

  @concurrent func handle(
    _ request: Request,
    context: RequestScope,
    next: @concurrent (Request, RequestScope) async throws -> Response
  ) async throws -> Response {
    var scope = context
    scope.id = RequestIDs.id(of: request.headers)
    scope.logger[metadataKey: "request"] = "\(scope.id)"
    var response: Response
    do {
      response = try await next(request, scope)
    } catch {
      response = problem(error, request, scope)
        .response(requestID: scope.id, isVerdict: Self.isVerdict(request))
      if response.headers[.connection] == "close" { closeSoon(scope.channel) }
    }
    if let field = RequestIDs.field { response.headers[field] = scope.id }
    response.headers[.xContentTypeOptions] = "nosniff"
    note(request, response, scope)
    return response
  }

  /// Whether an answer says what to do with a post.
  private static func isVerdict(_ request: Request) -> Bool {
    request.method == .post && request.uri.path.hasPrefix("/v1/")
      && !["/v1/reload", "/v1/extract"].contains(request.uri.path)
  }

  private func problem(_ error: any Error, _ request: Request, _ scope: RequestScope) -> Problem {
    if let problem = error as? Problem { return problem }
    if let error = error as? HTTPError, error.status == .notFound {
      return routes[request.uri.path].map { .methodNotAllowed($0) } ?? .notFound
    }
    // Only the kind of error: its words may quote what was sent.
    scope.logger.error("internal error", metadata: ["type": "\(type(of: error))"])
    return .internalError
  }

  /// Gives the answer time to be read, and then stops reading what nobody wants.
  private func closeSoon(_ channel: any Channel) {
    channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
  }

  private func note(_ request: Request, _ response: Response, _ scope: RequestScope) {
    // The path as it was sent may hold anything; metrics and logs know routes only.
    let route = routes[request.uri.path] == nil ? "other" : request.uri.path
    let method = Self.methods.contains(request.method) ? request.method.rawValue : "other"
    let seconds = scope.seconds
    metrics.note(route: route, method: method, status: response.status.code, seconds: seconds)
    let level: Logger.Level = response.status.code >= 500 ? .error : .debug
    scope.logger.log(
      level: level,
      "request",
      metadata: [
        "method": "\(method)", "route": "\(route)", "status": "\(response.status.code)",
        "seconds": "\(seconds)",
      ]
    )
  }

  private static let methods: Set<HTTPRequest.Method> = [
    .get, .head, .post, .put, .delete, .options, .patch,
  ]
}
