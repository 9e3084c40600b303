import Foundation
import HTTPTypes
import Testing
import TrustReport
import TrustRules

@testable import TrustServer

@Suite("Policies of a server") struct PolicyTests {
  private func server() throws -> TestServer {
    var server = try TestServer()
    server.settings.policies = [
      try server.file(
        "strict.yaml",
        """
        policy: 1
        id: strict
        version: 3
        on-error: block
        block:
          - {category: false-remedy, at-least: 0.1}
        """
      ),
      try server.file(
        "calm.yaml",
        """
        policy: 1
        id: calm
        version: 1
        review:
          - {rule: remedy, at-least: 0.1}
        """
      ),
    ]
    return server
  }

  @Test("a request names its policy, and the answer says which version decided")
  func names() async throws {
    try await server().test { client in
      let body = #"{"policy":"strict","lang":"en","items":[{"fields":{"t":"神药"}},8]}"#
      let answer = try await client.post("/v1/screen", body)
      #expect(answer["policy.id"] == "strict")
      #expect(answer["policy.version"] == "3")
      #expect(answer["results.0.action"] == "block")
      #expect(answer["results.0.because.0.text"] == "false-remedy at least 0.1")
      #expect(answer["results.1.action"] == "block", "what cannot be screened follows on-error")
      #expect(answer["results.1.because.0.clause"] == "on-error")
    }
  }

  @Test("a report that was kept is decided on as it was when it was made")
  func decides() async throws {
    try await server().test { client in
      let body = #"{"policy":"strict","items":[{"id":"9","fields":{"t":"神药"}}]}"#
      let screened = try await client.post("/v1/screen", body)
      let report = screened["results.0.report"].text(.compact)
      for key in ["\"report\":\(report)", "\"reports\":[\(report)]"] {
        let answer = try await client.post("/v1/decide", #"{"policy":"strict",\#(key)}"#)
        #expect(answer.status == 200)
        #expect(answer["schema"] == "trustscreen.decide/1")
        #expect(answer["results.0.id"] == "9")
        #expect(answer["results.0.action"] == "block")
        #expect(answer["results.0.because"] == screened["results.0.because"])
      }
    }
  }

  @Test(
    "a report that lacks what decisions rest on is refused",
    arguments: [
      ("{}", "/report/schema"), ("7", "/report"),
      (
        #"{"schema":"trustscreen.report/1","findings":[{}],"completeness":{}}"#,
        "/report/findings/0"
      ),
      (
        #"{"schema":"trustscreen.report/1","findings":[{"rule":"a/b","category":"c","severity":"bad","confidence":2}],"completeness":{}}"#,
        "/report/findings/0/severity"
      ),
      (
        #"{"schema":"trustscreen.report/1","findings":[{"rule":"a/b","category":"c","severity":"low","confidence":1,"by":7}],"completeness":{}}"#,
        "/report/findings/0/by"
      ),
      (
        #"{"schema":"trustscreen.report/1","findings":[{"rule":"/b","category":"c","severity":"low","confidence":1}],"completeness":{}}"#,
        "/report/findings/0/rule"
      ),
    ]
  )
  func refusesReports(_ report: String, _ pointer: String) async throws {
    try await server().test { client in
      let answer = try await client.post("/v1/decide", #"{"report":\#(report)}"#)
      #expect(answer.status == 422)
      #expect(answer.text.contains(#""pointer":"\#(pointer)""#))
      #expect(answer["action"] == "review")
    }
  }

  @Test("rules are named in any script, and lengths are of characters, not bytes")
  func readsNames() async throws {
    // A combining mark right behind the slash.
    let name = "规" + String(repeating: "则", count: 200) + "/\u{301}é"
    try await server().test { client in
      let finding =
        #"{"rule":"\#(name)","category":"false-remedy","severity":"low","confidence":1}"#
      let report =
        #"{"schema":"trustscreen.report/1","findings":[\#(finding)],"completeness":{"status":"complete"}}"#
      let answer = try await client.post("/v1/decide", #"{"report":\#(report)}"#)
      #expect(answer.status == 200, "\(answer.text)")
    }
  }

  @Test("a partial report without a reason is not allowed")
  func reviewsPartial() async throws {
    try await server().test { client in
      let report =
        #"{"schema":"trustscreen.report/1","findings":[],"completeness":{"status":"partial"}}"#
      let answer = try await client.post("/v1/decide", #"{"report":\#(report)}"#)
      #expect(answer["results.0.action"] == "review")
    }
  }

  @Test("a policy on trial is counted, and changes nothing")
  func countsShadows() async throws {
    var server = try server()
    server.settings.shadowPolicies = ["strict"]
    server.settings.defaultPolicy = "calm"
    try await server.test { client in
      #expect(try await client.screen("神药")["results.0.action"] == "review")
      let metrics = try await client.get("/metrics").text
      #expect(
        metrics.contains(
          #"trustscreen_shadow_decisions_total{policy="strict",action="block",enforced="review"} 1"#
        )
      )
      #expect(
        metrics.contains(
          #"trustscreen_decisions_total{policy="calm",tenant="-",action="review"} 1"#
        )
      )
    }
  }

  @Test("policies are listed with what they do")
  func lists() async throws {
    try await server().test { client in
      let answer = try await client.get("/v1/policies")
      #expect(answer["policies.0.id"] == "calm")
      #expect(answer["policies.1.id"] == "standard")
      #expect(answer["policies.1.default"] == true)
      #expect(answer["policies.2.block"] == ["false-remedy at least 0.1"])
    }
  }

  @Test("rules may be ignored, and categories have thresholds")
  func overrides() async throws {
    var server = try TestServer()
    server.settings.policies = [
      try server.file(
        "a.yaml",
        "policy: 1\nid: a\nversion: 1\nignore: [remedy]\nreview: [{at-least: 0}]"
      ),
      try server.file(
        "b.yaml",
        "policy: 1\nid: b\nversion: 1\nthresholds: {false-remedy: 0.99}\nreview: [{at-least: 0}]"
      ),
    ]
    try await server.test { client in
      for policy in ["a", "b"] {
        let body = #"{"policy":"\#(policy)","items":[{"fields":{"t":"神药"}}]}"#
        let answer = try await client.post("/v1/screen", body)
        #expect(answer["results.0.report.findings.0.rule"] != .null)
        #expect(answer["results.0.action"] == "allow")
      }
    }
  }

  @Test("a server does not start with a policy that is wrong or missing")
  func refusesPolicies() throws {
    var server = try TestServer()
    server.settings.policies = [try server.file("bad.yaml", "policy: 1\nid: x\nblok: []")]
    #expect(throws: PackError.self) { try server.server() }
    server.settings.policies = []
    server.settings.defaultPolicy = "nobody"
    #expect(throws: PackError.self) { try server.server() }
  }
}
