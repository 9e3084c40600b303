internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import TrustReport

/// Reads bodies within limits.
struct BodyReader: Sendable {
  var limits: ServerLimits

  /// The JSON of a body.
  ///
  /// - Throws: A problem if it is no JSON, too large, too slow or too deep.
  func json(of request: Request) async throws(Problem) -> JSON {
    guard Self.mediaType(of: request) == "application/json" else {
      throw .unsupportedType("JSON with “Content-Type: application/json”")
    }
    let bytes = try await bytes(of: request, atMost: limits.bodyBytes)
    do throws(JSONReader.Failure) { return try JSONReader.value(in: bytes) } catch {
      throw .malformed(error)
    }
  }

  /// The bytes of a body.
  ///
  /// A sender that pauses is cut off as idle; one that goes on dripping is refused here, at its
  /// first byte after the time is up.
  func bytes(of request: Request, atMost limit: Int) async throws(Problem) -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw .tooLarge(limit: limit)
    }
    let deadline = ContinuousClock.now + .seconds(limits.bodySeconds)
    var bytes: [UInt8] = []
    do {
      for try await chunk in request.body {
        guard bytes.count + chunk.readableBytes <= limit else {
          throw Problem.tooLarge(limit: limit)
        }
        guard ContinuousClock.now < deadline else {
          throw Problem.tooSlow(seconds: limits.bodySeconds)
        }
        bytes += chunk.readableBytesView
      }
    } catch let problem as Problem {
      throw problem
    } catch {
      // The connection broke, or what came is not HTTP: the answer will hardly be read.
      var problem = Problem.badRequest("broken-body", "The body ended before its time.")
      problem.endsConnection = true
      throw problem
    }
    return bytes
  }

  private static func mediaType(of request: Request) -> String? {
    request.headers[.contentType]?.split(separator: ";").first?
      .trimmingSpaces.lowercased()
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
