internal import TrustReport
internal import TrustRules

/// Shows mistakes in rule files the way compilers do: place, line, caret, hint.
struct IssuePrinter {
  /// The text of each file by its name, as far as it is known.
  var sources: [String: String] = [:]

  /// An issue as lines of text.
  func text(_ issue: PackError.Issue) -> String {
    let level = issue.isWarning ? "warning" : "error"
    var lines = ["\(level)[\(issue.code)]: \(issue.message)"]
    if issue.line > 0 {
      lines.append(" --> \(issue.file):\(issue.line):\(issue.column)")
      lines += excerpt(issue)
    } else {
      lines.append(" --> \(issue.file)")
    }
    if let hint = issue.hint { lines.append("  = \(hint)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func excerpt(_ issue: PackError.Issue) -> [String] {
    guard let source = sources[issue.file] else { return [] }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard issue.line <= lines.count else { return [] }
    let number = String(issue.line)
    let margin = String(repeating: " ", count: number.count)
    let before = lines[issue.line - 1].prefix(max(0, issue.column - 1))
    let indent = before.reduce(into: "") {
      $0 += String(repeating: " ", count: DisplayWidth.of($1))
    }
    return ["\(margin) |", "\(number) | \(lines[issue.line - 1])", "\(margin) | \(indent)^"]
  }
}
