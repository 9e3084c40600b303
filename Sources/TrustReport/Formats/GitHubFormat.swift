internal import TrustEngine
internal import TrustRules

/// Workflow commands that GitHub Actions turns into annotations of files.
struct GitHubFormat {
  var options: ReportOptions

  func render(_ documents: [ScreenedDocument]) -> String {
    documents.reduce(into: "") { text, document in
      let lines = TextLines(document.utf8)
      for finding in document.report.findings {
        text += annotation(of: finding, path: document.path, region: lines.region(of: finding.span))
      }
      for notice in document.report.completeness.notices {
        text += Self.command(
          "warning",
          [("file", document.path), ("title", "TrustScreen")],
          message: Wording.notice(notice)[options.language]
        )
      }
    }
  }

  private func annotation(
    of finding: Finding,
    path: String,
    region: TextLines.Region
  ) -> String {
    var properties = [("file", path), ("line", String(region.start.line))]
    if region.isOnOneLine {
      properties.append(("col", String(region.start.column)))
      properties.append(("endColumn", String(region.end.column)))
    } else {
      // GitHub takes columns only if both are on one line.
      properties.append(("endLine", String(region.end.line)))
    }
    let title = Wording.classification(finding)[options.language]
    properties.append(("title", "\(title) (\(finding.rule))"))
    var message = [Wording.statement(finding, includesText: options.includesText)[options.language]]
    if options.includesText, let suggestion = finding.suggestion {
      message.append(TextWording.suggestion[options.language] + suggestion[options.language])
    }
    if options.includesText, let replacement = finding.replacement {
      message.append(TextWording.replacement[options.language] + replacement)
    }
    message += finding.guidance.compactMap(\.url)
    return Self.command(
      finding.severity.gitHubCommand,
      properties,
      message: message.joined(separator: "\n")
    )
  }

  private static func command(
    _ name: String,
    _ properties: [(name: String, value: String)],
    message: String
  ) -> String {
    let list = properties.map { "\($0.name)=\(escapedProperty($0.value))" }
    return "::\(name) \(list.joined(separator: ","))::\(escaped(message))\n"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Severity {
  fileprivate var gitHubCommand: String {
    switch self {
    case .info, .low: "notice"
    case .medium: "warning"
    case .high, .critical: "error"
    }
  }
}
