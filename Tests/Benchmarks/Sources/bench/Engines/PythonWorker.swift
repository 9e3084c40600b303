internal import Foundation

/// `peers.py`, running beside the benchmark and answering one request at a time.
final class PythonWorker {
  struct Request: Encodable {
    var engine: String
    var mode: String
    var language = "en"
    var phrases: String?
    var posts: String?
    var count: Int?
    var dump: String?
  }

  struct Answer: Decodable {
    var missing: String?
    var version: String?
    var ns: Int64?
    var build: Int64?
    var matches: Int?
  }

  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()
  private var pending = Data()

  /// Starts it with some Python.
  init(python: String, script: String) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script]
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
  }

  deinit { process.terminate() }

  func ask(_ request: Request) throws -> Answer {
    let line = try JSONEncoder().encode(request) + Data([0x0A])
    try requests.fileHandleForWriting.write(contentsOf: line)
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending = Data(pending[(end + 1)...]) }
        return try JSONDecoder().decode(Answer.self, from: pending[..<end])
      }
      let more = answers.fileHandleForReading.availableData
      guard !more.isEmpty else {
        throw Command.Failure(description: "peers.py ended while it ran \(request.engine)")
      }
      pending += more
    }
  }
}
