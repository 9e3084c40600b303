import Foundation
import HTTPTypes
import Testing
import TrustReport

@testable import TrustServer

@Suite("Interfaces in the shape of others") struct AdapterTests {
  private func server() throws -> TestServer {
    var server = try TestServer()
    server.settings.adapters = ServerSettings.Adapter.allCases
    return server
  }

  @Test("moderations", arguments: [#""神药""#, #"["神药"]"#, #"[{"type":"text","text":"神药"}]"#])
  func moderates(_ input: String) async throws {
    try await server().test { client in
      let answer = try await client.post("/v1/moderations", #"{"model":"x","input":\#(input)}"#)
      #expect(answer["results.0.flagged"] == true)
      #expect(answer["results.0.categories.false-remedy"] == true)
      #expect(answer["results.0.category_scores.false-remedy"] != 0)
      let action = try #require(HTTPField.Name("X-TrustScreen-Action"))
      #expect(answer.fields[action] == "review")
      let clean = try await client.post("/v1/moderations", #"{"input":"好"}"#)
      #expect(clean["results.0.flagged"] == false)
      #expect(clean["results.0.category_scores.false-remedy"] == .integer(0))
    }
  }

  @Test(
    "what moderations cannot take is refused",
    arguments: [
      "{}", #"{"input":7}"#, #"{"input":[{"type":"image_url"}]}"#, #"{"input":[7]}"#,
      #"{"input":null}"#, #"{"input":["好",{"type":"text"}]}"#,
    ]
  )
  func refusesModerations(_ body: String) async throws {
    try await server().test { client in
      let answer = try await client.post("/v1/moderations", body)
      #expect(answer.status == 422)
    }
  }

  @Test("analysis gives scores and places in UTF-16 units")
  func analyzes() async throws {
    try await server().test { client in
      let body = """
        {"comment":{"text":"😷神药"},"languages":["zh"],"spanAnnotations":true,"doNotStore":true,
        "requestedAttributes":{"FALSE_REMEDY":{}},"clientToken":"t"}
        """
      let answer = try await client.post("/v1alpha1/comments:analyze", body)
      #expect(answer["attributeScores.FALSE_REMEDY.spanScores.0.begin"] == 2)
      #expect(answer["attributeScores.FALSE_REMEDY.spanScores.0.end"] == 4)
      #expect(answer["attributeScores.FALSE_REMEDY.summaryScore.type"] == "PROBABILITY")
      #expect(answer["languages"] == ["zh"])
      #expect(answer["clientToken"] == "t")
      let action = try #require(HTTPField.Name("X-TrustScreen-Action"))
      #expect(answer.fields[action] == "review")
    }
  }

  @Test(
    "attributes that nothing measures are refused",
    arguments: [
      #"{"comment":{"text":"x"},"requestedAttributes":{"TOXICITY":{}}}"#,
      #"{"comment":{"text":"x"},"requestedAttributes":{}}"#, #"{"comment":{"text":"x"}}"#,
      #"{"requestedAttributes":{"FALSE_REMEDY":{}}}"#,
      #"{"comment":{"text":null},"requestedAttributes":{"FALSE_REMEDY":{}}}"#,
      #"{"comment":{"text":"x"},"requestedAttributes":{"FALSE_REMEDY":{}},"languages":[null]}"#,
    ]
  )
  func refusesAnalysis(_ body: String) async throws {
    try await server().test { client in
      let answer = try await client.post("/v1alpha1/comments:analyze", body)
      #expect(answer.status == 422)
    }
  }
}
