import Foundation
import TrustEngine
import TrustLanguageServer
import TrustTestSupport

/// An editor that speaks with a server in the same process, and applies the edits it is offered.
final class Editor {
  private var server: LanguageServer
  private var lastID = 0
  let uri = "file:///drafts/a.txt"

  init(language: String? = "en", encodings: [String]? = nil, showsEvidence: Bool = false) throws {
    server = LanguageServer(try Self.screener(), language: language)
    var general: [String: Any] = [:]
    if let encodings { general["positionEncodings"] = encodings }
    request(
      "initialize",
      [
        "processId": NSNull(), "locale": "zh-cn",
        "capabilities": [
          "general": general,
          "textDocument": ["publishDiagnostics": ["relatedInformation": showsEvidence]],
        ],
      ]
    )
    notify("initialized", [:])
  }

  /// Rules that swap, that advise, and that see a negation.
  static func screener() throws -> Screener {
    try .testing(
      """
      contexts:
        negated: {reach: clause, before: {zh: 不能}}
      rules:
        - id: label
          severity: medium
          swap: {zh: {艾滋病人: 艾滋病病毒感染者}}
        - id: advised
          find: {zh: 毒王, en: superspreader}
          suggest: {zh: 改用“感染者”“患者”，只说事实。, en: 'Say "an outbreak" or "a spreading event"; spare people.'}
        - id: remedy
          find: {zh: 大蒜 ...3 治 ...2 感冒}
          unless: negated
      """
    )
  }

  // MARK: - Speaking

  /// Sends a request and gives its answer.
  @discardableResult func request(_ method: String, _ parameters: Any) -> [String: Any] {
    lastID += 1
    let id = lastID
    let answers = send(["jsonrpc": "2.0", "id": id, "method": method, "params": parameters])
    return answers.first { $0["id"] as? Int == id } ?? [:]
  }

  /// Sends a notification and gives what comes back.
  @discardableResult func notify(_ method: String, _ parameters: Any) -> [[String: Any]] {
    send(["jsonrpc": "2.0", "method": method, "params": parameters])
  }

  /// Sends bytes as they are.
  @discardableResult func send(raw bytes: some Collection<UInt8>) -> [[String: Any]] {
    server.receive(bytes).map { message in
      let frame = ServerMessage.bytes(message)
      let end = String(decoding: frame, as: UTF8.self).range(of: "\r\n\r\n")
      let header = String(decoding: frame, as: UTF8.self)[..<(end?.upperBound ?? "".endIndex)]
      let body = Data(frame.dropFirst(header.utf8.count))
      precondition(header == "Content-Length: \(body.count)\r\n\r\n")
      return (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:]
    }
  }

  func send(_ message: [String: Any]) -> [[String: Any]] { send(raw: Self.frame(message)) }

  static func frame(_ message: [String: Any]) -> [UInt8] {
    let body = (try? JSONSerialization.data(withJSONObject: message)) ?? Data()
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + Array(body)
  }

  var exitStatus: Int32? { server.exitStatus }

  // MARK: - Drafts

  /// Opens a draft and gives its diagnostics.
  func open(_ text: String) -> [[String: Any]] {
    diagnostics(
      notify(
        "textDocument/didOpen",
        ["textDocument": ["uri": uri, "languageId": "plaintext", "version": 1, "text": text]]
      )
    )
  }

  /// Changes the draft and gives its diagnostics.
  func change(_ changes: [[String: Any]]) -> [[String: Any]] {
    diagnostics(
      notify(
        "textDocument/didChange",
        ["textDocument": ["uri": uri, "version": 2], "contentChanges": changes]
      )
    )
  }

  /// The fixes that are offered at a range.
  func fixes(at range: Any, only: [String]? = nil) -> [[String: Any]] {
    var context: [String: Any] = ["diagnostics": [Any]()]
    if let only { context["only"] = only }
    let answer = request(
      "textDocument/codeAction",
      ["textDocument": ["uri": uri], "range": range, "context": context]
    )
    return answer["result"] as? [[String: Any]] ?? []
  }

  private func diagnostics(_ messages: [[String: Any]]) -> [[String: Any]] {
    let published = messages.last { $0["method"] as? String == "textDocument/publishDiagnostics" }
    let parameters = published?["params"] as? [String: Any]
    return parameters?["diagnostics"] as? [[String: Any]] ?? []
  }

  // MARK: - Applying, as an editor would: by its own count of UTF-16 units or bytes

  /// A text with an action's edits made.
  func apply(_ action: [String: Any], to text: String, encoding: String) -> String {
    let edit = action["edit"] as? [String: Any]
    let changes = edit?["changes"] as? [String: [[String: Any]]]
    return (changes?[uri] ?? []).reversed().reduce(text) { text, edit in
      let range = Self.bytes(edit["range"], in: text, encoding: encoding)
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(range, with: Array((edit["newText"] as? String ?? "").utf8))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The words at a range.
  static func words(_ range: Any?, in text: String, encoding: String) -> String {
    String(decoding: Array(text.utf8)[bytes(range, in: text, encoding: encoding)], as: UTF8.self)
  }

  private static func bytes(_ range: Any?, in text: String, encoding: String) -> Range<Int> {
    let range = range as? [String: [String: Int]] ?? [:]
    let places = ["start", "end"].map { name -> Int in
      let place = range[name] ?? [:]
      let lines = text.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false)
      let line = lines[place["line"] ?? 0]
      let units = place["character"] ?? 0
      let start = text.utf8.distance(from: text.startIndex, to: line.startIndex)
      guard encoding == "utf-16" else { return start + units }
      return start + String(decoding: Array(line.utf16.prefix(units)), as: UTF16.self).utf8.count
    }
    return places[0]..<places[1]
  }
}

/// Two places of one line.
func range(_ line: Int, _ start: Int, _ end: Int) -> [String: [String: Int]] {
  ["start": ["line": line, "character": start], "end": ["line": line, "character": end]]
}
