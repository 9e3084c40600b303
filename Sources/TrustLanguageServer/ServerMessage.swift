package import TrustReport

/// What the server sends.
package enum ServerMessage {
  /// An error's number, by JSON-RPC and the protocol.
  enum ErrorCode: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case notInitialized = -32002
  }

  static func answer(_ id: RequestID, _ result: JSON) -> JSON {
    ["jsonrpc": "2.0", "id": id.json, "result": result]
  }

  static func refusal(_ id: RequestID?, _ code: ErrorCode, _ message: String) -> JSON {
    [
      "jsonrpc": "2.0", "id": id?.json ?? .null,
      "error": ["code": .integer(code.rawValue), "message": .string(message)],
    ]
  }

  static func notification(_ method: String, _ parameters: JSON) -> JSON {
    ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
  }

  /// A line for the editor's log.
  static func log(_ text: String) -> JSON {
    notification("window/logMessage", ["type": 2, "message": .string(text)])
  }

  /// A message as it goes over the wire.
  package static func bytes(_ message: JSON) -> [UInt8] {
    var body: [UInt8] = []
    message.write(.compact, to: &body)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
