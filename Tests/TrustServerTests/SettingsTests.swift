import Foundation
import Testing
import TrustRules

@testable import TrustServer

@Suite("Settings") struct SettingsTests {
  private func read(
    _ flags: [String: [String]] = [:],
    _ environment: [String: String] = [:],
    file: String? = nil
  ) async throws -> ServerSettings {
    try await ServerSettings.read(flags: flags, environment: environment, file: file)
  }

  @Test("flags go before the environment, and that before a file")
  func layers() async throws {
    let file = try TestServer().file(
      "serve.yaml",
      "port: 1\nitems: 1\nfields: 1\npolicies: [a.yaml, b.yaml]\nadapters: [perspective]\n"
    )
    let settings = try await read(
      ["port": ["3"]],
      ["TRUSTSCREEN_PORT": "2", "TRUSTSCREEN_ITEMS": "2", "TRUSTSCREEN_WITH": "a,b"],
      file: file
    )
    #expect(settings.port == 3)
    #expect(settings.limits.items == 2)
    #expect(settings.limits.fields == 1)
    #expect(settings.policies == ["a.yaml", "b.yaml"])
    #expect(settings.with == ["a", "b"])
    #expect(settings.adapters == [.perspective])
  }

  @Test(
    "values that cannot be are refused",
    arguments: [
      ["TRUSTSCREEN_PORT": "http"], ["TRUSTSCREEN_PORT": "65536"], ["TRUSTSCREEN_BODY_BYTES": "-1"],
      ["TRUSTSCREEN_ADAPTERS": "openai"], ["TRUSTSCREEN_TOKEN": "short"],
      ["TRUSTSCREEN_TLS_KEY": "key.pem"],
    ]
  )
  func refuses(_ environment: [String: String]) async {
    await #expect(throws: PackError.self) { try await read([:], environment) }
  }

  @Test("names and kinds in a file are checked, with their places")
  func checksFiles() async throws {
    let file = try TestServer().file("serve.yaml", "prot: 1\npolicies: a.yaml\nhost: [x]\n")
    let error = await #expect(throws: PackError.self) { try await read(file: file) }
    #expect(error?.issues.map(\.line) == [1, 2, 3])
    #expect(error?.issues.first?.hint?.contains("port") == true)
  }

  @Test(
    "where others can reach the server, it asks for tokens",
    arguments: ["0.0.0.0", "::", "192.168.1.5", "example.com", "127.evil.example"]
  )
  func needsTokens(_ host: String) async throws {
    await #expect(throws: PackError.self) { try await read(["host": [host]]) }
    let token = ["TRUSTSCREEN_TOKEN": "0123456789abcdef"]
    #expect(try await read(["host": [host]], token).host == host)
  }

  @Test("loopback needs none", arguments: ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
  func allowsLoopback(_ host: String) async throws {
    #expect(try await read(["host": [host]]).token == nil)
  }

  @Test("a level of logs that is not there is refused")
  func refusesLevels() throws {
    var test = try TestServer()
    test.settings.logLevel = "loud"
    #expect(throws: PackError.self) { try test.server() }
  }
}
