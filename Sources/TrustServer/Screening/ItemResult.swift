internal import TrustEngine
internal import TrustReport

/// What came of one item of a request.
struct ItemResult: Sendable {
  enum Outcome: Sendable {
    case screened(Report, Policy.Decision)
    /// It could not be screened.
    case failed(Problem.Fault)
  }

  var id: String?
  var outcome: Outcome
  /// What to do with the post; for one that could not be screened, what the policy says of errors,
  /// which is never to allow it.
  var action: Policy.Action
  /// What policies on trial would have done.
  var shadows: [(policy: String, action: Policy.Action)] = []

  /// The item of an answer.
  ///
  /// - Parameters:
  ///   - wording: How to tell reasons.
  ///   - includesText: Whether words of the post may appear; `nil` to leave out the whole report.
  /// - Returns: The item as JSON.
  func json(_ wording: PolicyWording, includesText: Bool?) -> JSON {
    switch outcome {
    case .screened(let report, let decision):
      return [
        "id": .optional(id),
        "action": .string(action.name),
        "because": .list(decision.because) { wording.json($0) },
        "report": includesText.map { report.jsonValue(includesText: $0) },
      ]
    case .failed(let fault):
      return [
        "id": .optional(id),
        "action": .string(action.name),
        "because": .array([wording.onError]),
        "error": fault.json,
      ]
    }
  }
}
