internal import HTTPTypes
internal import Hummingbird

/// Lets a request in: from a host that is ours, with a token if there are any, and while there is
/// room.
struct AdmittingMiddleware: RouterMiddleware {
  typealias Context = RequestScope

  let holder: EngineHolder
  let load: LoadCounter
  let settings: ServerSettings

  /// What needs no token: health for those who watch over processes, and what says nothing of posts.
  static let openPaths: Set<String> = ["/healthz", "/readyz", "/openapi.yaml"]

  @concurrent func handle(
    _ request: Request,
    context: RequestScope,
    next: @concurrent (Request, RequestScope) async throws -> Response
  ) async throws -> Response {
    var scope = context
    let tenants = holder.engine.tenants
    if tenants.isOpen {
      guard Self.isLocal(request.head.authority) else { throw Problem.misdirected }
    } else if !Self.openPaths.contains(request.uri.path),
      PageFiles.file(at: request.uri.path) == nil
    {
      scope.tenant = try tenant(of: request, among: tenants)
    }
    if request.method == .post, load.openRequests > settings.limits.requests { throw Problem.busy }
    return try await next(request, scope)
  }

  private func tenant(of request: Request, among tenants: TenantList) throws(Problem) -> Tenant {
    let value = request.headers[.authorization] ?? ""
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer",
      let tenant = tenants.tenant(withToken: String(parts[1]))
    else { throw .unauthorized }
    return tenant
  }

  /// Whether a host is this machine by one of its own names: a name that somebody made to lead here
  /// would let web pages read answers.
  private static func isLocal(_ authority: String?) -> Bool {
    guard let authority else { return true }
    let isNumbered = authority.hasPrefix("[")
    let host =
      isNumbered
      ? authority.prefix { $0 != "]" }.dropFirst() : authority.prefix { $0 != ":" }
    return host == "localhost" || host == "::1"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }
}
