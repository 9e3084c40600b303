/// Something in an archive that was not screened, and why.
package struct InputFailure: Sendable, Hashable {
  /// The kinds of reasons, as they stand in `failures.jsonl`.
  package enum Reason: String, Sendable, Hashable {
    case unreadable
    case unsupported
    case truncated
    case damaged
    case limitExceeded = "limit-exceeded"
    case unknownEncoding = "unknown-encoding"
    case malformed
    case noText = "no-text"
    case oversize
  }

  package var place: InputPlace
  package var reason: Reason
  /// A sentence for a person, with a hint at what would help.
  package var detail: String

  /// Describes a failure.
  package init(place: InputPlace, reason: Reason, detail: String) {
    self.place = place
    self.reason = reason
    self.detail = detail
  }
}

/// What an archive holds: posts, and what could not be read as one.
package enum InputRecord: Sendable, Hashable {
  case post(InputPost)
  case failure(InputFailure)
}
