/// Reports for programs, whole.
struct JSONFormat {
  var options: ReportOptions

  func render(_ documents: [ScreenedDocument]) -> String {
    let reports = documents.map { $0.reportJSON(includesText: options.includesText) }
    let value = reports.count == 1 ? reports[0] : .array(reports)
    return value.text(.pretty) + "\n"
  }
}

/// Reports for programs, one a line.
struct JSONLinesFormat {
  var options: ReportOptions

  func render(_ documents: [ScreenedDocument]) -> String {
    documents.reduce(into: "") { text, document in
      text += document.reportJSON(includesText: options.includesText).text(.compact) + "\n"
    }
  }
}
