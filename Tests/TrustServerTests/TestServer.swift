import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import TrustEngine
import TrustReport
import TrustRules
import TrustTestSupport

@testable import TrustServer

/// A server with a small pack, for tests.
struct TestServer {
  /// Where the folders of all tests lie; removed when the tests end, as servers may still watch them.
  private static let folders: URL = {
    atexit { try? FileManager.default.removeItem(at: TestServer.folders) }
    return FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  }()

  /// A folder of the test's own.
  let folder = folders.appendingPathComponent(UUID().uuidString)
  /// The word that counts as a finding; loading fails while it is empty.
  let word = SharedWord("神药")
  var settings = ServerSettings()

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    settings.logLevel = "critical"
    // What a busy machine takes long for is not to become a time-out.
    settings.limits.requestSeconds = 3600
  }

  /// Writes a file into the folder and answers its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  func server() throws -> ScreeningServer {
    let word = word
    return try ScreeningServer(
      settings,
      source: EngineSource { () throws(PackError) in
        let place = Mark(file: "pack.yaml", line: 3, column: 1)
        guard !word.text.isEmpty else {
          throw PackError([PackError.Issue("no-word", at: place, "there is no word")])
        }
        do {
          let pack = try TestPack.pack(
            "rules: [{id: remedy, find: \(word.text)}]",
            id: word.text == "神药" ? "old" : "new"
          )
          return try Screener(packs: [pack])
        } catch {
          throw PackError([PackError.Issue("bad", at: place, "\(error)")])
        }
      }
    )
  }

  /// Runs requests against the routes of a server.
  func test(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws
  {
    try await server().application().test(.router, body)
  }
}

/// A word that tests change while a server runs.
final class SharedWord: Sendable {
  private let value: Mutex<String>

  init(_ text: String) { value = Mutex(text) }

  var text: String {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}

/// An answer, read as JSON.
struct Answer {
  var status: Int
  var fields: HTTPFields
  var text: String
  var json: JSON

  init(_ response: TestResponse) {
    status = response.status.code
    fields = response.headers
    text = String(buffer: response.body)
    json = (try? JSONReader.value(in: Array(text.utf8))) ?? .null
  }

  /// The value at a path of names and numbers, such as `results.0.action`.
  subscript(path: String) -> JSON {
    path.split(separator: ".").reduce(json) { value, step in
      switch value {
      case .object(let members): members.first { $0.name == step }?.value ?? .null
      case .array(let elements):
        Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil } ?? .null
      default: .null
      }
    }
  }

  /// The end of a problem's type.
  var problem: String? {
    guard case .string(let type) = self["type"], type.hasPrefix(Problem.typePrefix) else {
      return nil
    }
    return String(type.dropFirst(Problem.typePrefix.count))
  }
}

extension TestClientProtocol {
  /// Sends JSON.
  func post(_ path: String, _ body: String, _ fields: HTTPFields = [:]) async throws -> Answer {
    var all: HTTPFields = [.contentType: "application/json"]
    for field in fields { all[field.name] = field.value }
    return try await execute(
      uri: path,
      method: .post,
      headers: all,
      body: ByteBuffer(string: body)
    ) { Answer($0) }
  }

  func get(_ path: String, _ fields: HTTPFields = [:]) async throws -> Answer {
    try await execute(uri: path, method: .get, headers: fields) { Answer($0) }
  }

  /// Screens one text.
  func screen(_ text: String, _ fields: HTTPFields = [:]) async throws -> Answer {
    try await post("/v1/screen", #"{"items":[{"id":"1","fields":{"text":"\#(text)"}}]}"#, fields)
  }
}
