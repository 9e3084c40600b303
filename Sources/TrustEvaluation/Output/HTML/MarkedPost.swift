internal import TrustEngine
internal import TrustReport
internal import TrustText

/// A post's text with what its reader marked and what rules found, however they overlap.
///
/// What readers marked has a ground like a highlighter's, what rules found is underlined: words that
/// have only the one or the other are the mistakes. Each ends in a number that the list beside it
/// explains, so that nothing hangs on colours.
struct MarkedPost {
  /// Words with a class and a number.
  private struct Mark {
    var scalars: Range<Int>
    var css: String
    /// Such as `L1`; a cue has none.
    var reference: String?
  }

  private let text: [Unicode.Scalar]
  private let marks: [Mark]

  init(_ found: Evaluation.Case, threshold: Double) {
    let screened = found.screened
    let text = Array(screened.post.text.unicodeScalars)
    var marks: [Mark] = []
    func add(_ scalars: Range<Int>, _ css: String, _ reference: String?) {
      let inside = scalars.clamped(to: 0..<text.count)
      if !inside.isEmpty { marks.append(Mark(scalars: inside, css: css, reference: reference)) }
    }
    for (index, label) in screened.post.labels.enumerated() {
      add(label.scalars, "label", "L\(index + 1)")
    }
    for (index, finding) in screened.report.findings.enumerated()
    where finding.field == LabelledPost.field {
      let css = FindingState(finding, of: found, threshold: threshold).css
      add(finding.span.scalars, css, "F\(index + 1)")
    }
    for (index, suppressed) in screened.report.suppressed.enumerated()
    where suppressed.finding.field == LabelledPost.field {
      add(suppressed.finding.span.scalars, "excused", "S\(index + 1)")
      if let cue = suppressed.cue { add(cue.scalars, "cue", nil) }
    }
    self.text = text
    self.marks = marks
  }

  /// The text as HTML, cut wherever a mark starts or ends, so that elements never have to cross.
  var html: String {
    let cuts = Set(marks.flatMap { [$0.scalars.lowerBound, $0.scalars.upperBound] })
      .union([0, text.count]).sorted()
    var html = ""
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      html += piece(start..<end)
      for mark in marks where mark.scalars.upperBound == end {
        guard let reference = mark.reference else { continue }
        // A word joiner keeps the number on the line of the words.
        html += "<sup class=\"ref \(mark.css)\">&#8288;\(reference)</sup>"
      }
    }
    return html
  }

  /// Each kind of mark wraps a piece once, the reader's outermost.
  private func piece(_ range: Range<Int>) -> String {
    var kinds: [String] = []
    for mark in marks where mark.scalars.overlaps(range) && !kinds.contains(mark.css) {
      kinds.append(mark.css)
    }
    let open = kinds.map { "<mark class=\"\($0)\">" }.joined()
    let words = String(String.UnicodeScalarView(text[range]))
    return open + HTMLText.escaped(words) + String(repeating: "</mark>", count: kinds.count)
  }
}
