internal import Hummingbird
internal import TrustInput
internal import TrustReport

/// `POST /v1/extract`: takes the text out of a document that somebody dropped on the page.
///
/// Nothing is kept.
struct ExtractEndpoint: Sendable {
  let limits: ServerLimits

  func extract(_ request: Request, _ scope: RequestScope) async throws -> Response {
    guard let name = request.uri.queryParameters["name"].map(String.init), !name.isEmpty,
      name.utf8.count <= 255
    else {
      throw Problem.badRequest(
        "missing-name",
        "Add “?name=draft.docx”: the end of the name tells the format."
      )
    }
    let bytes = try await BodyReader(limits: limits)
      .bytes(of: request, atMost: limits.uploadBytes)
    do throws(DraftReader.Failure) {
      let draft = try DraftReader(textBytes: limits.bodyBytes).draft(in: bytes, name: name)
      return .json(["text": .string(draft.text), "format": .string(draft.format.rawValue)])
    } catch {
      throw problem(error)
    }
  }

  private func problem(_ failure: DraftReader.Failure) -> Problem {
    switch failure {
    case .notADraft:
      let ends = DraftReader.formats.map(\.rawValue).joined(separator: ", ")
      return .unsupportedType("a document whose name ends in one of \(ends), or the like")
    case .unreadable(let failure):
      switch failure.reason {
      case .oversize, .limitExceeded: return .tooLarge(limit: limits.bodyBytes)
      case .unreadable, .unsupported, .truncated, .damaged, .unknownEncoding, .malformed, .noText:
        return Problem(
          status: .unprocessableContent,
          code: "unreadable-document",
          title: "The document cannot be read",
          detail: "\(failure.reason.rawValue): \(failure.detail)"
        )
      }
    }
  }
}
