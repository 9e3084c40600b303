import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrustReport
import Yams

@testable import TrustServer

@Suite("What operators see") struct OperationTests {
  @Test("metrics count by category, rule and action, and hold no text")
  func counts() async throws {
    try await TestServer().test { client in
      _ = try await client.screen("某人说神药很好")
      _ = try await client.screen("天气好")
      _ = try await client.post("/v1/screen", "{")
      _ = try await client.get("/某人/secret?token=x")
      let text = try await client.get("/metrics").text
      for line in [
        #"trustscreen_flagged_total{category="false-remedy"} 1"#,
        #"trustscreen_findings_total{rule="old/remedy"} 1"#,
        #"trustscreen_decisions_total{policy="standard",tenant="-",action="allow"} 1"#,
        #"trustscreen_requests_total{route="/v1/screen",method="POST",status="200"} 2"#,
        #"trustscreen_requests_total{route="/v1/screen",method="POST",status="400"} 1"#,
        #"trustscreen_request_seconds_count{route="/v1/screen"} 3"#,
        "trustscreen_items_total 2", "trustscreen_engine_generation 1",
      ] { #expect(text.contains(line + "\n"), "\(line)") }
      for word in ["某人", "secret", "天气"] { #expect(!text.contains(word)) }
    }
  }

  @Test("each line of metrics is of the format")
  func isWellFormed() async throws {
    try await TestServer().test { client in
      _ = try await client.screen("神药")
      let sample = /[a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? [0-9.e+-]+/
      for line in try await client.get("/metrics").text.split(separator: "\n") {
        #expect(line.hasPrefix("# ") || line.wholeMatch(of: sample) != nil, "\(line)")
      }
    }
  }

  @Test("the audit log has hashes and decisions, no text, and is put aside when it is full")
  func audits() async throws {
    var test = try TestServer()
    let path = test.folder.appendingPathComponent("audit.jsonl").path
    test.settings.auditLog = path
    test.settings.auditBytes = 4096
    test.settings.auditFiles = 2
    try await test.test { client in
      for _ in 0..<40 { _ = try await client.screen("某人说神药很好") }
    }
    let files = [path, path + ".1", path + ".2"]
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.utf8.count <= 4096)
      #expect(!text.contains("某人"))
      for line in text.split(separator: "\n") {
        let json = try JSONReader.value(in: Array(line.utf8))
        guard case .object(let members) = json else {
          Issue.record("no object")
          return
        }
        let names = [
          "time", "request", "tenant", "id", "text", "action", "because", "policy", "identity",
        ]
        #expect(members.map(\.name) == names)
        #expect(members[5].value == "review")
      }
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
    #expect(!FileManager.default.fileExists(atPath: path + ".3"))
  }

  @Test("a server does not start with an audit log that cannot be written")
  func refusesAudit() throws {
    var test = try TestServer()
    test.settings.auditLog = test.folder.path + "/no/such/folder/audit"
    #expect(throws: (any Error).self) { try test.server() }
  }

  @Test("the description of the interface has all paths there are")
  func describes() async throws {
    var test = try TestServer()
    test.settings.adapters = ServerSettings.Adapter.allCases
    let methods = try test.server().methods
    try await test.test { client in
      let text = try await client.get("/openapi.yaml").text
      let document = try #require(try Yams.load(yaml: text) as? [String: Any])
      let paths = try #require(document["paths"] as? [String: Any])
      #expect(Set(paths.keys) == Set(methods.keys).subtracting(PageFiles.all.keys))
      for (path, methods) in methods where paths[path] != nil {
        let described = try #require(paths[path] as? [String: Any])
        #expect(Set(described.keys) == Set(methods.filter { $0 != "HEAD" }.map { $0.lowercased() }))
      }
    }
  }
}
