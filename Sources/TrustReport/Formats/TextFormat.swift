internal import TrustEngine
internal import TrustRules

/// Reports for people at a terminal.
struct TextFormat {
  var options: ReportOptions

  private var style: TerminalStyle { TerminalStyle(usesColor: options.usesColor) }

  func render(_ documents: [ScreenedDocument]) -> String {
    let documents = documents.map { $0.forReaders() }
    return documents.reduce(into: "") { $0 += render($1) } + summary(of: documents)
  }

  // MARK: - One document

  private func render(_ document: ScreenedDocument) -> String {
    let report = document.report
    let path = DisplayCell.harmless(document.path)
    let lines = TextLines(document.utf8)
    let suppressed = options.isVerbose ? report.suppressed : []
    let shown = report.findings + suppressed.map(\.finding)
    if shown.isEmpty, report.completeness == .complete {
      guard options.isVerbose else { return "" }
      return "\(style.bold(path))  \(local(Wording.counts(of: [])))\n\n"
    }
    let lastLine = shown.map { lines.lineIndices(of: $0.span).upperBound + 1 }.max() ?? 0
    let gutterWidth = String(lastLine).count
    let excerpt = Excerpt(
      lines: lines,
      style: style,
      gutterWidth: gutterWidth,
      columns: max(20, options.columns - gutterWidth - 5)
    )

    var text = style.bold(path) + "\n"
    for group in LineGroup.groups(of: report.findings, in: lines) {
      if options.includesText {
        text += excerpt.render(group.lines, findings: group.findings) + "\n"
      }
      for finding in group.findings {
        let others = document.alsoFoundBy[finding.fingerprint] ?? []
        text += render(finding, at: place(finding, path, lines), also: others) + "\n"
      }
    }
    if !suppressed.isEmpty {
      text += "  " + style.bold(local(TextWording.suppressedHeading)) + "\n"
      for entry in suppressed { text += render(entry, path, lines) }
      text += "\n"
    }
    for notice in report.completeness.notices {
      text += paragraph("", local(Wording.notice(notice)), indent: 2)
    }
    return text + (report.completeness.notices.isEmpty ? "" : "\n")
  }

  private func place(_ finding: Finding, _ path: String, _ lines: TextLines) -> String {
    let start = lines.region(of: finding.span).start
    return "\(path):\(start.line):\(start.column)"
  }

  private func render(_ finding: Finding, at place: String, also others: [Rule.ID]) -> String {
    let severity = local(Wording.severity(finding.severity))
    let classification = local(Wording.classification(finding))
    var text = "  \(place)  \(style.paint("\(severity) · \(classification)", as: finding.category))"
    if finding.status == .experimental {
      text += "  " + style.faint(local(TextWording.experimental))
    }
    text += "\n"
    let statement = Wording.statement(finding, includesText: options.includesText)
    text += paragraph("", local(statement))
    if options.includesText, let suggestion = finding.suggestion {
      text += paragraph(local(TextWording.suggestion), local(suggestion))
    }
    if options.includesText, let replacement = finding.replacement {
      text += paragraph(local(TextWording.replacement), replacement)
    }
    for citation in finding.guidance {
      text += paragraph(local(TextWording.guidance), local(citation.title))
      if let url = citation.url { text += "      \(style.link(DisplayCell.harmless(url)))\n" }
    }
    text += paragraph(local(TextWording.rule), ruleLine(finding), style.faint)
    if !others.isEmpty {
      let names = others.map(\.description).joined(separator: ", ")
      text += paragraph(local(TextWording.alsoFoundBy), names, style.faint)
    }
    return text
  }

  private func ruleLine(_ finding: Finding) -> String {
    let confidence = local(TextWording.confidence) + Wording.percent(finding.confidence)
    let softened = finding.softenedBy.map { local(Wording.context($0)) }
    let names = softened.joined(separator: local(TextWording.comma))
    let note = softened.isEmpty ? "" : " · " + local(TextWording.softenedBy) + names
    return "\(finding.rule) · \(confidence)\(note)"
  }

  private func render(_ entry: Suppressed, _ path: String, _ lines: TextLines) -> String {
    let cue = options.includesText ? entry.cue.map { lines.words(of: $0) } : nil
    let words = options.includesText ? " “\(oneLine(lines.words(of: entry.finding.span)))”" : ""
    let because = local(TextWording.because) + local(Wording.reason(entry, cue: cue.map(oneLine)))
    let classification = local(Wording.classification(entry.finding))
    return "  \(place(entry.finding, path, lines))  \(classification)\(words)\n"
      + paragraph("", because)
      + paragraph(local(TextWording.rule), entry.finding.rule.description, style.faint)
  }

  // MARK: - All documents

  private func summary(of documents: [ScreenedDocument]) -> String {
    let reports = documents.map(\.report)
    var parts = [
      local(TextWording.screened(documents.count)),
      local(Wording.counts(of: reports.flatMap(\.findings))),
    ]
    let suppressed = reports.reduce(0) { $0 + $1.suppressed.count }
    if suppressed > 0 { parts.append(local(TextWording.explainedAway(suppressed))) }
    let partial = reports.count { $0.completeness != .complete }
    if partial > 0 { parts.append(local(TextWording.partial(partial))) }
    let line = parts.joined(separator: local(TextWording.semicolon)) + local(TextWording.stop)
    return paragraph("", line, style.bold, indent: 0)
      + paragraph("", local(Wording.disclaimer), style.faint, indent: 0)
  }

  // MARK: - Words

  private func local(_ text: Localized) -> String { text[options.language] }

  private func oneLine(_ text: String) -> String { DisplayCell.harmless(text) }

  /// A labelled text, wrapped and indented.
  private func paragraph(
    _ label: String,
    _ text: String,
    _ paint: (String) -> String = { $0 },
    indent: Int = 4
  ) -> String {
    let lines = TextLines(Array((label + oneLine(text)).utf8))
    let cells = DisplayCell.cells(of: lines, in: 0..<lines.bytes.count)
    let margin = String(repeating: " ", count: indent)
    return DisplayCell.rows(cells, columns: max(20, options.columns - indent - 2)).enumerated()
      .reduce(into: "") { result, row in
        let words = row.element.last?.text == " " ? row.element.dropLast() : row.element
        let hanging = row.offset == 0 ? margin : margin + "  "
        result += hanging + paint(words.reduce(into: "") { $0 += $1.text }) + "\n"
      }
  }
}
