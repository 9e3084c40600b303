import Foundation
import Hummingbird
import HummingbirdTesting
import Testing
import TrustEngine
import TrustTestSupport

@testable import ReadmeSamples

/// The middleware that the README shows.
@Suite("The README's middleware")
struct HealthClaimsTests {
  @Test("lets plain posts through and keeps claims for a person")
  func decides() async throws {
    let router = Router()
    let screener = try Screener.testing("rules: [{id: r, find: 大蒜能治}]")
    router.add(middleware: HealthClaims(screener: screener, policy: .standard))
    router.post("/posts") { request, _ in
      // The body can still be read behind the middleware.
      let body = try await request.body.collect(upTo: 1 << 10)
      return "published \(body.readableBytes)"
    }
    try await Application(router: router).test(.router) { client in
      let plain = ByteBuffer(string: #"{"text":"今天炒大蒜"}"#)
      try await client.execute(uri: "/posts", method: .post, body: plain) { answer in
        #expect(answer.status == .ok)
        #expect(String(buffer: answer.body) == "published \(plain.readableBytes)")
      }
      let claim = ByteBuffer(string: #"{"text":"大蒜能治新冠"}"#)
      try await client.execute(uri: "/posts", method: .post, body: claim) { answer in
        #expect(answer.status == .accepted)
        #expect(String(buffer: answer.body).contains("trustscreen.report/1"))
      }
    }
  }

  @Test("is what the README shows")
  func isShown() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let sample = try String(
      contentsOf: tests.appendingPathComponent("ReadmeSamples/HealthClaims.swift"),
      encoding: .utf8
    )
    let readme = try String(
      contentsOf: tests.appendingPathComponent("../README.md"),
      encoding: .utf8
    )
    let start = try #require(sample.range(of: "struct HealthClaims"))
    #expect(readme.contains("```swift\n\(sample[start.lowerBound...])```\n"))
  }
}
