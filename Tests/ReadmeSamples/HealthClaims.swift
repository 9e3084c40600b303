import Foundation
import Hummingbird
import TrustEngine
import TrustReport

// The sample of the README, which a test holds to this file.
struct HealthClaims<Context: RequestContext>: RouterMiddleware {
  struct Draft: Decodable { var text: String }
  let screener: Screener
  let policy: Policy

  func handle(
    _ request: Request,
    context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var request = request
    let body = try await request.collectBody(upTo: 1 << 20)
    let draft = try JSONDecoder().decode(Draft.self, from: body)
    let report = screener.screen(draft.text)
    guard policy.decide(report).action == .allow else {
      return Response(
        status: .accepted,  // kept for a person to look at
        headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: report.json(pretty: false)))
      )
    }
    return try await next(request, context)
  }
}
