internal import TrustEngine
internal import TrustInput
internal import TrustReport
internal import TrustRules

/// Screens the records of a batch, and renders what is found in all forms at once.
///
/// It keeps nothing from batch to batch, so that batches may be screened side by side.
struct BatchScreening: Sendable {
  let screener: Screener
  let settings: RunSettings
  let baseline: Baseline
  private let rows: OutputRows

  init(_ screener: Screener, _ settings: RunSettings, _ baseline: Baseline) {
    self.screener = screener
    self.settings = settings
    self.baseline = baseline
    rows = OutputRows(settings, rules: screener.rules)
  }

  /// Screens a batch.
  ///
  /// - Complexity: Linear in the batch and in what is found in it.
  func screen<Parser: RecordParser>(
    _ batch: Parser.Batch,
    using parser: inout Parser,
    _ scratch: inout Screener.Scratch
  ) -> ScreenedBatch where Parser.Batch: RecordBatch {
    var result = ScreenedBatch(of: batch)
    parser.records(of: batch) { record in
      switch record {
      case .post(let post): screen(post, into: &result, using: &scratch)
      case .failure(let failure):
        result.totals.failed += 1
        rows.append(failure, to: &result)
      }
    }
    return result
  }

  private func screen(
    _ post: InputPost,
    into result: inout ScreenedBatch,
    using scratch: inout Screener.Scratch
  ) {
    var draft = ReportDraft(screener)
    for field in post.fields {
      screener.screen(field.text.span, field: field.name, into: &draft, using: &scratch)
    }
    if draft.isBlank, !settings.includesClean {
      result.totals.screened += 1
      return note(clean: post, in: &result)
    }
    let report = draft.finish(id: post.id, by: screener)
    let accepted = report.findings.map { baseline.accepts($0.fingerprint, on: settings.day) }
    let screened = ArchivePost(post: post, report: report, accepted: accepted)
    count(screened, in: &result.totals)
    if settings.includesClean || !report.isClean { rows.appendReport(screened, to: &result) }
    rows.appendRows(screened, to: &result)
  }

  /// Notes a post without findings: by its key, if others of its kind are to be told from it later.
  private func note(clean post: InputPost, in result: inout ScreenedBatch) {
    let count = CleanTally.Count(post.facts)
    if settings.keepsKeys {
      CleanRow.append(count, key: PostKey(post), to: &result[.clean])
    } else {
      result.clean.add(count)
    }
  }

  private func count(_ post: ArchivePost, in totals: inout RunTotals) {
    if post.isPartial { totals.partial += 1 } else { totals.screened += 1 }
    if post.isFlagged { totals.flagged += 1 }
    totals.findings += post.report.findings.count
    totals.accepted += post.accepted.count { $0 }
  }
}
