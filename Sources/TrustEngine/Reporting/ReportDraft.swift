import TrustRules
import TrustText

/// A report in the making: what is noted while the fields of a post are screened.
package struct ReportDraft: ~Copyable {
  /// A sentence of a field; sentences of different fields are different sentences.
  struct Place: Hashable {
    var field: Int
    var sentence: Int
  }

  private let mostFindings: Int
  private let includesSuppressed: Bool
  private let countsLanguage: Bool
  let deadline: ContinuousClock.Instant?

  private var findings: [Finding] = []
  /// For each finding, where it is.
  private var places: [Place] = []
  private var suppressed: [Suppressed] = []
  private var fieldsOfSuppressed: [Int] = []
  private var notices: [Notice] = []
  private var language = LanguageTally()
  /// The number of the field under way.
  private var field = -1
  private var isFull = false

  /// Starts the report of a post.
  package init(_ screener: Screener) {
    mostFindings = screener.options.maxFindingsPerPost
    includesSuppressed = screener.options.includeSuppressed
    countsLanguage = screener.scales != nil
    deadline = screener.options.deadline.map { ContinuousClock.now + $0 }
  }

  // MARK: - What went wrong

  mutating func noteInput(field: String, length: Int, screened: Int, _ repairs: Int) {
    self.field += 1
    if repairs > 0 {
      add("invalid-utf8", "\(repairs) ill-formed byte runs in “\(field)” were read as U+FFFD")
    }
    if screened < length {
      add("truncated", "\(screened) of \(length) bytes of “\(field)” were screened")
    }
  }

  /// Counts a field's characters towards the post's language, if anything depends on it.
  mutating func noteLanguage(_ text: FoldedText) {
    if countsLanguage { language.count(text.symbols) }
  }

  /// The same for a field whose characters were counted already.
  mutating func noteLanguage(han: Int, latin: Int) {
    if countsLanguage { language.count(han: han, latin: latin) }
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

  mutating func add(
    _ outcome: Outcome,
    by writer: inout FindingWriter,
    in matcher: inout FieldMatcher
  ) {
    if let verdict = outcome.judgement.suppression {
      guard includesSuppressed else { return }
      suppressed.append(writer.suppressed(outcome, by: verdict, in: &matcher))
      fieldsOfSuppressed.append(field)
      return
    }
    guard findings.count < mostFindings else {
      if !isFull { add("hit-cap", "more than \(mostFindings) findings") }
      isFull = true
      return
    }
    let sentence = matcher.segmentation.sentence(of: outcome.match.range.lowerBound)
    findings.append(writer.finding(outcome, in: &matcher))
    places.append(Place(field: field, sentence: sentence))
  }

  /// Whether there is nothing to report so far but that nothing was found.
  package var isBlank: Bool { findings.isEmpty && suppressed.isEmpty && notices.isEmpty }

  /// The post's language as far as it was read; `nil` too if nothing depends on it.
  package var postLanguage: PostLanguage? { language.language }

  /// The report, in a fixed order: by field, place, then rule; by the screener that the draft was
  /// started for.
  package consuming func finish(id: String?, by screener: Screener) -> Report {
    guard !findings.isEmpty || !suppressed.isEmpty else {
      return screener.blankReport(id: id, in: postLanguage, completeness)
    }
    sort()
    return Report(
      id: id,
      findings: findings,
      suppressed: suppressed,
      categories: screener.calibrated(
        Scoring.categories(findings, places: places),
        in: postLanguage
      ),
      completeness: completeness,
      identity: screener.identity
    )
  }

  /// PERF: a finding is half a kilobyte with thirty references; one alone is not moved.
  private mutating func sort() {
    if findings.count > 1 {
      let order = findings.indices.sorted {
        Self.precedes((places[$0].field, findings[$0]), (places[$1].field, findings[$1]))
      }
      findings = order.map { findings[$0] }
      places = order.map { places[$0] }
    }
    if suppressed.count > 1 {
      let order = suppressed.indices.sorted {
        Self.precedes(
          (fieldsOfSuppressed[$0], suppressed[$0].finding),
          (fieldsOfSuppressed[$1], suppressed[$1].finding)
        )
      }
      suppressed = order.map { suppressed[$0] }
    }
  }

  private static func precedes(_ a: (field: Int, Finding), _ b: (field: Int, Finding)) -> Bool {
    (a.field, a.1.span.utf8.lowerBound, a.1.rule, a.1.span.utf8.upperBound)
      < (b.field, b.1.span.utf8.lowerBound, b.1.rule, b.1.span.utf8.upperBound)
  }

  private var completeness: Completeness { notices.isEmpty ? .complete : .partial(notices) }
}

extension Screener {
  /// The report of a post in which nothing was found.
  package func blankReport(
    id: String?,
    in language: PostLanguage?,
    _ completeness: Completeness = .complete
  ) -> Report {
    Report(
      id: id,
      findings: [],
      suppressed: [],
      categories: calibrated([:], in: language),
      completeness: completeness,
      identity: identity
    )
  }

  fileprivate func calibrated(
    _ scores: [Category: CategoryScore],
    in language: PostLanguage?
  ) -> [Category: CategoryScore] {
    scales?.calibrated(scores, in: language) ?? scores
  }
}
