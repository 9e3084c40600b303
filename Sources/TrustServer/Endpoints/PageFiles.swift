internal import HTTPTypes
internal import Hummingbird
internal import TrustText

/// The files of the page, which are linked into the program, and the description of the interface.
enum PageFiles {
  /// A file and what browsers are told of it.
  struct File: Sendable {
    var type: String
    var bytes: [UInt8]
    var tag: String

    init(_ type: String, _ bytes: [UInt8]) {
      self.type = type
      self.bytes = bytes
      tag = "\"" + SHA256.hex(bytes).prefix(32) + "\""
    }
  }

  /// Nothing but what this server serves may run or be shown; the text goes nowhere else.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'",
    "img-src 'self' data:", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// The files by their paths.
  static let all: [String: File] = {
    var all: [String: File] = [:]
    for (name, bytes) in bytes { all["/" + name] = File(mediaType(of: name), bytes) }
    all["/"] = all["/index.html"]
    all["/openapi.yaml"] = File("application/yaml", PackageResources.openapi_yaml)
    return all
  }()

  private static func mediaType(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "application/octet-stream"
    }
  }

  /// The file at a path.
  static func file(at path: String) -> File? { all[path] }

  /// A file as an answer; browsers may keep it, and ask each time whether it is still the same.
  static func response(_ file: File, to request: Request) -> Response {
    var headers: HTTPFields = [
      .contentType: file.type, .eTag: file.tag, .cacheControl: "no-cache",
      .contentSecurityPolicy: policy,
    ]
    if let field = HTTPField.Name("Referrer-Policy") { headers[field] = "no-referrer" }
    if let field = HTTPField.Name("Cross-Origin-Opener-Policy") { headers[field] = "same-origin" }
    if request.headers[.ifNoneMatch] == file.tag {
      return Response(status: .notModified, headers: headers)
    }
    return Response(
      status: .ok,
      headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
    )
  }
}
