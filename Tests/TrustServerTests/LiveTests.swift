import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import TrustReport

@testable import TrustServer

@Suite("A server on a port") struct LiveTests {
  @Test("screens over a connection, and counts it")
  func screens() async throws {
    let server = try port(TestServer()).server()
    try await server.application().test(.live) { client in
      let answer = try await client.screen("神药")
      #expect(answer.status == 200)
      #expect(answer["results.0.action"] == "review")
      #expect(server.load.openConnections == 1)
    }
  }

  @Test("a body that is announced as too large is not waited for")
  func refusesLarge() async throws {
    let server = try port(TestServer()).server()
    try await server.application().test(.live) { client in
      let answer = try await client.post("/v1/screen", String(repeating: " ", count: 3 << 20))
      #expect(answer.status == 413)
      #expect(answer["action"] == "review")
      #expect(answer.fields[.connection] == "close")
    }
  }

  @Test("what is more than may be under way is answered at once, with when to come again")
  func refusesLoad() async throws {
    var test = try port(TestServer())
    test.settings.limits.requests = 0
    let server = try test.server()
    try await server.application().test(.live) { client in
      let answer = try await client.screen("神药")
      #expect(answer.status == 429)
      #expect(answer.problem == "busy")
      #expect(answer.fields[.retryAfter] == "1")
      #expect(answer["action"] == "review")
      #expect(try await client.get("/healthz").status == 200)
    }
  }

  @Test("many at once are answered each with its own")
  func keepsApart() async throws {
    let server = try port(TestServer()).server()
    try await server.application().test(.ahc(.http)) { client in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<64 {
          group.addTask {
            let body = #"{"items":[{"id":"\#(number)","fields":{"t":"神药"}}]}"#
            let answer = try await client.post("/v1/screen", body)
            #expect(answer["results.0.id"] == .string("\(number)"))
          }
        }
        try await group.waitForAll()
      }
    }
  }

  private func port(_ test: TestServer) -> TestServer {
    var test = test
    test.settings.port = 0
    return test
  }
}
