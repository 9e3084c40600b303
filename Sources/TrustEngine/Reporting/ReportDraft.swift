import TrustRules
import TrustText

/// A report in the making.
struct ReportDraft {
  /// A sentence of a field; sentences of different fields are different sentences.
  struct Place: Hashable {
    var field: Int
    var sentence: Int
  }

  private let id: String?
  private let identity: Identity
  private let options: Screener.Options
  let deadline: ContinuousClock.Instant?

  private var findings: [(finding: Finding, place: Place)] = []
  private var suppressed: [Suppressed] = []
  private var notices: [Notice] = []
  private var fields: [String] = []
  private var isFull = false

  init(id: String?, screener: Screener) {
    self.id = id
    identity = screener.identity
    options = screener.options
    deadline = screener.options.deadline.map { ContinuousClock.now + $0 }
  }

  // MARK: - What went wrong

  mutating func noteInput(field: String, length: Int, screened: Int, _ repairs: Int) {
    if !fields.contains(field) { fields.append(field) }
    if repairs > 0 {
      add("invalid-utf8", "\(repairs) ill-formed byte runs in “\(field)” were read as U+FFFD")
    }
    if screened < length {
      add("truncated", "\(screened) of \(length) bytes of “\(field)” were screened")
    }
  }

  mutating func note(_ verifier: Verifier, _ failure: Segmenter.Failure?, field: String) {
    for rule in verifier.capped {
      add("hit-cap", "\(rule) has more than \(verifier.limit) matches in “\(field)”")
    }
    if verifier.isOutOfTime { add("deadline", "time ran out in “\(field)”") }
    if let failure {
      add("segmenter", "ICU failed with \(failure.code) in “\(field)”; word edges were not judged")
    }
  }

  private mutating func add(_ code: String, _ detail: String) {
    notices.append(Notice(code: code, detail: detail))
  }

  // MARK: - What was found

  mutating func add(_ outcome: Outcome, by writer: inout FindingWriter) {
    if let verdict = outcome.judgement.suppression {
      if options.includeSuppressed { suppressed.append(writer.suppressed(outcome, by: verdict)) }
      return
    }
    guard findings.count < options.maxFindingsPerPost else {
      if !isFull { add("hit-cap", "more than \(options.maxFindingsPerPost) findings") }
      isFull = true
      return
    }
    let finding = writer.finding(outcome)
    let field = fields.firstIndex(of: finding.field) ?? 0
    findings.append((finding, Place(field: field, sentence: writer.sentence(of: outcome))))
  }

  /// The report, in a fixed order: by field, place, then rule.
  func finish() -> Report {
    func precedes(_ a: Finding, _ b: Finding) -> Bool {
      let fieldA = fields.firstIndex(of: a.field) ?? 0
      let fieldB = fields.firstIndex(of: b.field) ?? 0
      return (fieldA, a.span.utf8.lowerBound, a.rule, a.span.utf8.upperBound)
        < (fieldB, b.span.utf8.lowerBound, b.rule, b.span.utf8.upperBound)
    }
    guard !findings.isEmpty || !suppressed.isEmpty else {
      return Report(
        id: id,
        findings: [],
        suppressed: [],
        categories: [:],
        completeness: completeness,
        identity: identity
      )
    }
    let sorted = findings.sorted { precedes($0.finding, $1.finding) }
    let ordered = sorted.map(\.finding)
    return Report(
      id: id,
      findings: ordered,
      suppressed: suppressed.sorted { precedes($0.finding, $1.finding) },
      categories: Scoring.categories(ordered, places: sorted.map(\.place)),
      completeness: completeness,
      identity: identity
    )
  }

  private var completeness: Completeness { notices.isEmpty ? .complete : .partial(notices) }
}
