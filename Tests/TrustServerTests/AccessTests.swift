import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import TrustReport
import TrustRules
import TrustText

@testable import TrustServer

@Suite("Who may ask, and how") struct AccessTests {
  private func bearer(_ token: String) -> HTTPFields { [.authorization: "Bearer \(token)"] }

  private func server() throws -> TestServer {
    var server = try TestServer()
    let digest = SHA256.hex(Array("token-of-the-feed".utf8))
    server.settings.policies = [
      try server.file("strict.yaml", "policy: 1\nid: strict\nversion: 1\nblock: [{at-least: 0.1}]")
    ]
    server.settings.defaultPolicy = "standard"
    server.settings.tenants = try server.file(
      "tenants.yaml",
      """
      tenants: 1
      list:
        - name: feed
          token-sha256: \(digest)
          policy: standard
          policies: [standard]
          ignore: [test/other]
          thresholds: {stigmatising-language: 0.9}
      """
    )
    server.settings.token = "token-of-the-operator"
    return server
  }

  @Test(
    "without a token that is known there is no answer",
    arguments: [
      "", "Bearer", "Bearer ", "Bearer wrong", "Basic token-of-the-operator",
      "token-of-the-operator",
    ]
  )
  func needsToken(_ value: String) async throws {
    try await server().test { client in
      let fields: HTTPFields = value.isEmpty ? [:] : [.authorization: value]
      for path in ["/v1/identity", "/v1/rules", "/v1/policies", "/metrics", "/nothing"] {
        #expect(try await client.get(path, fields).status == 401)
      }
      let answer = try await client.screen("神药", fields)
      #expect(answer.status == 401)
      #expect(answer["action"] == "review")
      #expect(answer.fields[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      for path in ["/healthz", "/readyz", "/openapi.yaml", "/"] {
        #expect(try await client.get(path).status == 200)
      }
    }
  }

  @Test("a tenant has its own policies, and what it changed is told")
  func separatesTenants() async throws {
    try await server().test { client in
      let feed = bearer("token-of-the-feed")
      let own = try await client.screen("神药", feed)
      #expect(own["policy.id"] == "standard")
      #expect(own["policy.overridden"] == true)
      let other = #"{"policy":"strict","items":[]}"#
      #expect(try await client.post("/v1/screen", other, feed).status == 404)
      #expect(try await client.get("/v1/policies", feed)["policies.1"] == .null)
      #expect(try await client.get("/metrics", feed).status == 403)
      #expect(try await client.post("/v1/reload", "", feed).status == 403)

      let operators = bearer("token-of-the-operator")
      #expect(try await client.post("/v1/screen", other, operators).status == 200)
      #expect(try await client.post("/v1/reload", "", operators)["generation"] == 2)
      let metrics = try await client.get("/metrics", operators).text
      #expect(metrics.contains(#"{policy="standard",tenant="feed",action="review"} 1"#))
    }
  }

  @Test("nobody loads rules anew on a server without tokens")
  func refusesReload() async throws {
    try await TestServer().test { client in
      let answer = try await client.post("/v1/reload", "")
      #expect(answer.status == 403)
    }
  }

  @Test(
    "a file of tenants that is wrong is refused with its places",
    arguments: [
      "tenants: 2\nlist: []", "tenants: 1", "tenants: 1\nlist: [{name: a}]",
      "tenants: 1\nlist: [{name: a, token-sha256: abc}]",
      "tenants: 1\nlist: [{name: a, token: secret-in-the-clear}]",
    ]
  )
  func refusesTenants(_ text: String) {
    #expect(throws: PackError.self) { try TenantFile.yaml(text, name: "tenants.yaml") }
  }

  @Test(
    "a host that is not this machine is not answered without tokens",
    arguments: [
      ("localhost:8080", 200), ("127.0.0.1", 200), ("[::1]:8080", 200), ("evil.example", 421),
      ("127.0.0.1.evil.example", 421), ("localhost.evil.example:80", 421),
    ]
  )
  func checksHost(_ host: String, _ status: Int) async throws {
    let responder = try TestServer().server().router().buildResponder()
    let request = Request(
      head: HTTPRequest(method: .get, scheme: "http", authority: host, path: "/v1/identity"),
      body: RequestBody(buffer: ByteBuffer())
    )
    let channel = EmbeddedSource.scope()
    let response = try await responder.respond(to: request, context: channel)
    #expect(response.status.code == status)
  }

  @Test(
    "an id for logs comes back if it can do no harm",
    arguments: [("abc-1.2:3_X", true), ("a b", false), ("a\"b", false), ("é", false)]
  )
  func keepsRequestIDs(_ id: String, _ isKept: Bool) async throws {
    try await TestServer().test { client in
      let field = try #require(RequestIDs.field)
      let answer = try await client.get("/healthz", [field: id])
      #expect((answer.fields[field] == id) == isKept)
      #expect(answer.fields[field]?.isEmpty == false)
    }
    let field = try #require(RequestIDs.field)
    #expect(RequestIDs.id(of: [field: String(repeating: "a", count: 129)]).count == 32)
  }

  @Test(
    "methods and paths that are not there are told",
    arguments: [
      (HTTPRequest.Method.get, "/v1/screen", 405, "POST"), (.delete, "/v1/rules", 405, "GET, HEAD"),
      (.put, "/", 405, "GET, HEAD"), (.get, "/v2/screen", 404, ""),
      (.post, "/v1/moderations", 404, ""),
      (.get, "/../etc/passwd", 404, ""), (.get, "/app.js/x", 404, ""),
    ]
  )
  func tellsRoutes(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ status: Int,
    _ allowed: String
  ) async throws {
    try await TestServer().test { client in
      let answer = try await client.execute(uri: path, method: method) { Answer($0) }
      #expect(answer.status == status)
      #expect((answer.fields[.allow] ?? "") == allowed)
      #expect(answer.problem != nil)
    }
  }
}
