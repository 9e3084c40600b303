internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// What was not screened, and why.
struct FailureSection {
  let failures: [ArchiveFacts.FailureCount]

  var section: PageSection {
    PageSection(id: "failures", title: ArchiveWording.failureHeading, content: content)
  }

  private var content: String {
    guard !failures.isEmpty else {
      return "<p class=\"all-good\">\(HTMLText.both(ArchiveWording.allScreened))</p>"
    }
    var table = PageTable([
      (ArchiveWording.reason, .words), (ArchiveWording.outcome, .words),
      (ArchiveWording.count, .number), (ArchiveWording.places, .words),
    ])
    for failure in failures {
      let isPartial = failure.outcome == FailureRow.Outcome.partial.rawValue
      table.add([
        HTMLText.both(ArchiveWording.failure(failure.reason)),
        HTMLText.both(isPartial ? ArchiveWording.partial : ArchiveWording.failed),
        PageCount.text(failure.count),
        "<span class=\"quote\">\(failure.places.map(HTMLText.escaped).joined(separator: "<br>"))</span>",
      ])
    }
    return table.html
  }
}
