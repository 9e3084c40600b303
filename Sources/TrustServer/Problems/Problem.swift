internal import HTTPTypes
internal import Hummingbird
internal import TrustReport

/// Why a request is not answered as asked, told as RFC 9457 tells it.
struct Problem: Error, Sendable {
  /// One mistake in a body, and where it is.
  struct Fault: Hashable, Sendable {
    var pointer: JSONPointer
    var code: String
    var detail: String

    var json: JSON {
      [
        "pointer": .string(pointer.description), "code": .string(code), "detail": .string(detail),
      ]
    }
  }

  var status: HTTPResponse.Status
  /// The stable name, which ends the problem's `type`.
  var code: String
  var title: String
  var detail: String
  var faults: [Fault] = []
  var headers: HTTPFields = [:]
  /// Whether the rest of the request is not worth reading.
  var endsConnection = false

  /// The name that goes before `code` in `type`.
  static let typePrefix = "urn:trustscreen:problem:"

  /// The answer.
  ///
  /// - Parameters:
  ///   - requestID: What logs know the request by.
  ///   - isVerdict: Whether somebody waits for what to do with a post: then the answer says that a
  ///     person should look, so that a caller who reads only `action` never publishes by mistake.
  /// - Returns: The problem as JSON.
  func response(requestID: String, isVerdict: Bool) -> Response {
    let json: JSON = [
      "type": .string(Self.typePrefix + code),
      "title": .string(title),
      "status": .integer(status.code),
      "detail": .string(detail),
      "errors": faults.isEmpty ? nil : .list(faults) { $0.json },
      "action": isVerdict ? "review" : nil,
      "requestId": .string(requestID),
    ]
    var response = Response.json(json, status: status)
    response.headers[.contentType] = "application/problem+json"
    response.headers.append(contentsOf: headers)
    if endsConnection { response.headers[.connection] = "close" }
    return response
  }
}

extension Response {
  /// A JSON value as an answer that is not to be kept.
  static func json(_ json: JSON, status: HTTPResponse.Status = .ok) -> Response {
    var bytes: [UInt8] = []
    json.write(.compact, to: &bytes)
    return .json(bytes, status: status)
  }

  /// JSON as an answer that is not to be kept.
  static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}
