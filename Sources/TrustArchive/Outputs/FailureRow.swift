internal import TrustInput
internal import TrustReport

/// A row of `failures.jsonl`: something that was not screened, or not whole.
struct FailureRow {
  /// What became of it.
  enum Outcome: String {
    case failed, partial
  }

  var place: InputPlace
  var outcome: Outcome
  /// A name for programs, such as `malformed` or `truncated`.
  var reason: String
  /// The reason in words, which may quote what was read.
  var detail: String

  func json(includesText: Bool) -> JSON {
    place.json.followed(by: [
      "outcome": .string(outcome.rawValue),
      "reason": .string(reason),
      "detail": includesText ? .string(detail) : nil,
    ])
  }
}
