import Foundation
import Testing

@Suite("trustscreen serve") struct ServeTests {
  let program: Program

  init() throws { program = try Program() }

  @Test("it tells its address, and ends with 0 when it is told to stop")
  func stops() throws {
    let process = Process()
    process.executableURL = try Program.executable()
    process.arguments = ["serve", "--port", "0", "--set", "log-level=critical"]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": program.folder.path]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.hasPrefix("trustscreen listens at http://127.0.0.1:"))
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
  }

  @Test(
    "what would open it to strangers, or cannot be, is refused before it listens",
    arguments: [
      ["--host", "0.0.0.0"], ["--port", "http"], ["--packs", "no-such-folder"],
      ["--policy", "no-such-file.yaml"], ["--adapter", "openai"], ["--set", "body=1"],
      ["--config", "no-such-file.yaml"], ["--default-policy", "nobody"], ["--with", "nobody"],
      ["--tls-certificate", "only.pem"], ["--tls-certificate", "no.pem", "--tls-key", "no.pem"],
    ]
  )
  func refuses(_ arguments: [String]) throws {
    let outcome = try program.run(["serve", "--port", "0"] + arguments)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(!outcome.errors.contains("listens"))
    #expect(!outcome.errors.isEmpty)
  }
}
