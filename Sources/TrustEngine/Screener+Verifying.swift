internal import TrustRules
internal import TrustText

extension Screener {
  /// The walk of the few fields in which a rule may match: segment, verify, judge and note.
  func verify(
    _ bytes: borrowing Span<UInt8>,
    field: String,
    into draft: inout ReportDraft,
    using scratch: inout Scratch
  ) {
    // PERF: lent, as a copy of the text would be copied again when the next one is folded.
    swap(&scratch.text, &scratch.matcher.text)
    defer { swap(&scratch.text, &scratch.matcher.text) }
    scratch.matcher.open(scratch.hits, of: bytes, rules: rulebook)

    var verifier = Verifier(limit: options.maxFindingsPerRule)
    let outcomes = verifier.outcomes(
      of: scratch.gates.candidates,
      in: &scratch.matcher,
      until: draft.deadline
    )
    draft.note(verifier, scratch.matcher.segmentation.failure, field: field)
    guard !outcomes.isEmpty else { return }
    var writer = FindingWriter(rules: rulebook, bytes: bytes, field: field)
    for outcome in outcomes { draft.add(outcome, by: &writer, in: &scratch.matcher) }
  }
}
