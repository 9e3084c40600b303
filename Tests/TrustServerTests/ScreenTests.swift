import Foundation
import HTTPTypes
import Testing
import TrustReport

@testable import TrustServer

@Suite("POST /v1/screen") struct ScreenTests {
  @Test("findings have UTF-16 places, and the policy's clause in words")
  func screens() async throws {
    try await TestServer().test { client in
      let answer = try await client.screen("😷吃神药")
      #expect(answer.status == 200)
      #expect(answer["schema"] == "trustscreen.screen/1")
      #expect(answer["policy.id"] == "standard")
      #expect(answer["results.0.id"] == "1")
      #expect(answer["results.0.action"] == "review")
      #expect(answer["results.0.because.0.clause"] == "review[0]")
      #expect(answer["results.0.because.0.text"] == "任何类别，把握至少 0.5")
      #expect(answer["results.0.report.findings.0.span.utf16"] == [3, 5])
      #expect(answer["results.0.report.identity"] == answer["identity"])
    }
  }

  @Test("a clean post is allowed, and fields are screened in the order sent")
  func allows() async throws {
    try await TestServer().test { client in
      let body = #"{"lang":"en","items":[{"fields":{"z":"神药","a":"神药"}},{"fields":{"t":"好"}}]}"#
      let answer = try await client.post("/v1/screen", body)
      #expect(answer["results.0.report.findings.0.field"] == "z")
      #expect(answer["results.0.report.findings.1.field"] == "a")
      #expect(answer["results.1.action"] == "allow")
      #expect(answer["results.1.id"] == .null)
    }
  }

  @Test("words of the post stay out if they are not wanted")
  func leavesTextOut() async throws {
    try await TestServer().test { client in
      let body = #"{"includeText":false,"items":[{"fields":{"t":"吃神药吧"}}]}"#
      let answer = try await client.post("/v1/screen", body)
      #expect(answer["results.0.report.findings.0.rule"] != .null)
      #expect(answer["results.0.report.findings.0.message"] == .null)
    }
  }

  @Test(
    "a faulty item asks for review and leaves the others alone",
    arguments: [
      ("7", "wrong-type", "/items/0"),
      (#"{"id":7,"fields":{"t":"x"}}"#, "wrong-type", "/items/0/id"),
      (#"{"id":"a"}"#, "missing-member", "/items/0"),
      (#"{"fields":{}}"#, "no-fields", "/items/0/fields"),
      (#"{"fields":"x"}"#, "wrong-type", "/items/0/fields"),
      (#"{"fields":{"a/b":null}}"#, "wrong-type", "/items/0/fields/a~1b"),
      (#"{"fields":{"t":"x"},"text":"y"}"#, "unknown-member", "/items/0/text"),
    ]
  )
  func reportsItems(_ item: String, _ code: String, _ pointer: String) async throws {
    try await TestServer().test { client in
      let answer = try await client.post(
        "/v1/screen",
        #"{"items":[\#(item),{"id":"ok","fields":{"t":"x"}}]}"#
      )
      #expect(answer.status == 200)
      #expect(answer["results.0.action"] == "review")
      #expect(answer["results.0.error.code"] == .string(code))
      #expect(answer["results.0.error.pointer"] == .string(pointer))
      #expect(answer["results.1.action"] == "allow")
    }
  }

  @Test(
    "a body that cannot be read is a problem that asks for review",
    arguments: [
      ("", 400, "malformed-json"), ("{", 400, "malformed-json"), ("[1,]", 400, "malformed-json"),
      (#"{"items":[]} x"#, 400, "malformed-json"), (#"{"a":1,"a":2}"#, 400, "repeated-name"),
      (String(repeating: "[", count: 100_000), 400, "too-deep"), ("[]", 422, "invalid-body"),
      ("{}", 422, "invalid-body"), (#"{"items":{}}"#, 422, "invalid-body"),
      (#"{"items":[],"polcy":"x"}"#, 422, "invalid-body"),
      (#"{"items":[],"policy":"other"}"#, 404, "unknown-policy"),
      (#"{"items":[\#(String(repeating: "1,", count: 100))1]}"#, 422, "invalid-body"),
      (#"{"items":[\#(String(repeating: "1,", count: 250_000))1]}"#, 400, "too-complex"),
      (#"{"items":["\#(String(repeating: "字", count: 400_000))"]}"#, 413, "too-large"),
    ]
  )
  func refuses(_ body: String, _ status: Int, _ problem: String) async throws {
    try await TestServer().test { client in
      let answer = try await client.post("/v1/screen", body)
      #expect(answer.status == status)
      #expect(answer.problem == problem)
      #expect(answer.fields[.contentType] == "application/problem+json")
      #expect(answer["action"] == "review")
      let field = try #require(RequestIDs.field)
      #expect(answer["requestId"] == .string(answer.fields[field] ?? ""))
    }
  }

  @Test("every mistake outside the items is told, each with its place")
  func tellsAll() async throws {
    try await TestServer().test { client in
      let body = #"{"policy":1,"lang":"fr","items":"x","more":true}"#
      let answer = try await client.post("/v1/screen", body)
      guard case .array(let errors) = answer["errors"] else {
        Issue.record("no errors")
        return
      }
      let pointers = errors.compactMap { error -> JSON? in
        guard case .object(let members) = error else { return nil }
        return members.first { $0.name == "pointer" }?.value
      }
      #expect(pointers == ["/more", "/policy", "/lang", "/items"])
    }
  }

  @Test("a field that is longer than may be is screened in part, and not allowed")
  func truncates() async throws {
    var server = try TestServer()
    server.settings.limits.fieldBytes = 64
    try await server.test { client in
      let answer = try await client.screen(String(repeating: "好", count: 100))
      #expect(answer["results.0.report.completeness.status"] == "partial")
      #expect(answer["results.0.action"] == "review")
      #expect(answer["results.0.because.0.clause"] == "on-partial")
    }
  }

  @Test("half of a surrogate pair keeps the places of what follows")
  func keepsPlaces() async throws {
    try await TestServer().test { client in
      let answer = try await client.screen(#"\ud83d神药"#)
      #expect(answer["results.0.report.findings.0.span.utf16"] == [1, 3])
    }
  }

  @Test("another kind of body is refused", arguments: ["text/plain", "application/xml", ""])
  func refusesTypes(_ type: String) async throws {
    try await TestServer().test { client in
      let answer = try await client.post("/v1/screen", "{}", [.contentType: type])
      #expect(answer.status == 415)
      #expect(answer["action"] == "review")
    }
  }

  @Test("bytes that are not UTF-8 are refused with their place")
  func refusesIllFormed() async throws {
    #expect(throws: JSONReader.Failure(reason: .invalidUTF8, offset: 2)) {
      try JSONReader.value(in: Array(#"[""#.utf8) + [0xFF, 0xFE] + Array(#""]"#.utf8))
    }
  }
}
