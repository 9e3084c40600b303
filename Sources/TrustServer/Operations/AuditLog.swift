internal import Foundation
internal import Logging
internal import TrustEngine
internal import TrustReport
internal import TrustText

/// Appends what was decided to a file: a JSON object a line with the hash of the text, never the
/// text; a file that is full is put aside.
///
/// An actor, so that lines never mix; a line is written whole or, on a full disk, counted as missing.
actor AuditLog {
  private let path: String
  private let limit: Int
  private let kept: Int
  private let metrics: Metrics
  private let logger: Logger
  private var file: FileHandle
  private var size: Int

  /// Opens the file, which is made if there is none; only its owner may read it.
  ///
  /// - Throws: If it cannot be written to.
  init(
    path: String,
    limit: Int,
    kept: Int,
    metrics: Metrics,
    logger: Logger
  ) throws {
    self.path = path
    self.limit = limit
    self.kept = kept
    self.metrics = metrics
    self.logger = logger
    (file, size) = try Self.open(path)
  }

  /// Appends a line for each result; `posts` are what they are of, where there is a text.
  func append(
    _ results: [ItemResult],
    of posts: [Post?],
    policy: LoadedPolicy,
    engine: Engine,
    scope: RequestScope
  ) {
    let time = Date().ISO8601Format(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    var lines: [UInt8] = []
    for (post, result) in zip(posts, results) {
      let line: JSON = [
        "time": .string(time),
        "request": .string(scope.id),
        "tenant": .optional(scope.tenant?.name),
        "id": .optional(result.id),
        "text": .optional(post.map { "sha256:" + Self.digest(of: $0) }),
        "action": .string(result.action.name),
        "because": .list(result.clauses, JSON.string),
        "policy": policy.json(isOverridden: scope.tenant?.overrides.isEmpty == false),
        "identity": engine.identity,
      ]
      line.write(.compact, to: &lines)
      lines.append(UInt8(ascii: "\n"))
    }
    write(lines, count: results.count)
  }

  /// SHA-256 over the names and texts of a post's fields, each with its length before it, so that no
  /// two posts are the same bytes.
  private static func digest(of post: Post) -> String {
    var bytes: [UInt8] = []
    for text in post.fields.flatMap({ [$0.name, $0.text] }) {
      bytes += "\(text.utf8.count):".utf8
      bytes += text.utf8
    }
    return SHA256.hex(bytes)
  }

  private func write(_ lines: [UInt8], count: Int) {
    do {
      if size > 0, size + lines.count > limit { try rotate() }
      try file.write(contentsOf: lines)
      size += lines.count
    } catch {
      for _ in 0..<count { metrics.noteAuditFailure() }
      logger.error("the audit log cannot be written", metadata: ["missing": "\(count)"])
    }
  }

  /// Puts the file aside, and begins a new one; if it cannot be put aside, it goes on growing, as to
  /// lose lines would be worse.
  private func rotate() throws {
    try file.close()
    do { try putAside() } catch { logger.error("the audit log cannot be put aside") }
    (file, size) = try Self.open(path)
  }

  /// Calls the file `path.1`, what was called that `path.2`, and so on.
  private func putAside() throws {
    let files = FileManager.default
    let names = (1...kept).map { "\(path).\($0)" }
    if files.fileExists(atPath: names[kept - 1]) { try files.removeItem(atPath: names[kept - 1]) }
    for (newer, older) in zip(names, names.dropFirst()).reversed()
    where files.fileExists(atPath: newer) {
      try files.moveItem(atPath: newer, toPath: older)
    }
    try files.moveItem(atPath: path, toPath: names[0])
  }

  private static func open(_ path: String) throws -> (FileHandle, Int) {
    if !FileManager.default.fileExists(atPath: path) {
      let isMade = FileManager.default.createFile(
        atPath: path,
        contents: nil,
        attributes: [.posixPermissions: 0o600]
      )
      guard isMade else { throw CocoaError(.fileWriteNoPermission) }
    }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    return (file, Int(try file.seekToEnd()))
  }
}

extension ItemResult {
  /// The names of the clauses that held.
  fileprivate var clauses: [String] {
    switch outcome {
    case .screened(_, let decision): decision.because.map(\.clause)
    case .failed(let fault): ["on-error: \(fault.code)"]
    }
  }
}
