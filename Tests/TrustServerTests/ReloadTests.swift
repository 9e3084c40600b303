import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrustReport
import TrustRules

@testable import TrustServer

@Suite("Loading rules anew") struct ReloadTests {
  @Test("what is wrong is refused, the old rules stay, and both health and metrics tell")
  func keepsOld() async throws {
    var test = try TestServer()
    test.settings.token = "token-of-the-operator"
    let word = test.word
    let fields: HTTPFields = [.authorization: "Bearer token-of-the-operator"]
    try await test.test { client in
      let before = try await client.get("/v1/identity", fields)
      word.text = ""
      let refused = try await client.post("/v1/reload", "", fields)
      #expect(refused.status == 409)
      #expect(refused.problem == "not-reloaded")
      #expect(refused["errors.0.detail"] == "pack.yaml:3:1: there is no word")
      #expect(try await client.screen("神药", fields)["identity"] == before["identity"])
      let ready = try await client.get("/readyz")
      #expect(ready.status == 200)
      #expect(ready["reload"] == "refused")
      #expect(
        try await client.get("/metrics", fields).text.contains("trustscreen_reload_failed 1\n")
      )

      word.text = "仙丹"
      #expect(try await client.post("/v1/reload", "", fields).status == 200)
      #expect(try await client.get("/readyz")["reload"] == "ok")
      #expect(try await client.screen("仙丹", fields)["results.0.action"] == "review")
      #expect(try await client.screen("神药", fields)["results.0.action"] == "allow")
      #expect(
        try await client.get("/metrics", fields).text.contains("trustscreen_reload_failed 0\n")
      )
    }
  }

  @Test("no answer mixes rules of before and after")
  func neverMixes() async throws {
    let test = try TestServer()
    let word = test.word
    let server = try test.server()
    try await server.application().test(.router) { client in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for round in 0..<200 {
            word.text = round % 2 == 0 ? "仙丹" : "神药"
            _ = await server.holder.reload(because: "test")
          }
        }
        for _ in 0..<4 {
          group.addTask {
            let item = #"{"fields":{"t":"神药和仙丹"}}"#
            let body = #"{"items":[\#(Array(repeating: item, count: 20).joined(separator: ","))]}"#
            for _ in 0..<50 {
              let answer = try await client.post("/v1/screen", body)
              #expect(answer.status == 200)
              guard case .array(let results) = answer["results"] else { continue }
              // The pack is called by whether it finds the first word or another.
              let isNew = answer["identity"].text(.compact).contains("new@")
              for index in results.indices {
                #expect(answer["results.\(index).report.identity"] == answer["identity"])
                let rule = answer["results.\(index).report.findings.0.rule"]
                #expect(rule == .string(isNew ? "new/remedy" : "old/remedy"))
              }
            }
          }
        }
        try await group.waitForAll()
      }
    }
    #expect(server.holder.current.generation == 201)
  }
}
