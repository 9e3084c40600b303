public import TrustRules

/// The forms that `check` can print what it found in.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people, on a terminal.
  case text
  /// `trustscreen.report/1`: one object, or an array unless there is exactly one document.
  case json
  /// `trustscreen.report/1`, one report a line.
  case jsonl
  /// SARIF 2.1.0, for code scanning and editors.
  case sarif
  /// Reviewdog Diagnostic Format, for comments on pull requests.
  case rdjson
  /// Annotations of GitHub Actions.
  case github
  /// One self-contained page without scripts.
  case html
  /// One row a finding, for spreadsheets.
  case csv

  /// Writes documents in this form.
  ///
  /// - Parameters:
  ///   - documents: What was screened, in the order to show it in.
  ///   - rules: The rules that were run, as `Screener.rules`; SARIF describes those with findings.
  ///   - options: What the reader wants to see.
  /// - Returns: The whole output, with a line break at its end unless it is empty; the same input
  ///   always gives the same bytes.
  public func render(
    _ documents: [ScreenedDocument],
    rules: [Rule] = [],
    options: ReportOptions = ReportOptions()
  ) -> String {
    switch self {
    case .text: TextFormat(options: options).render(documents)
    case .json: JSONFormat(options: options).render(documents)
    case .jsonl: JSONLinesFormat(options: options).render(documents)
    case .sarif: SARIFFormat(options: options, rules: rules).render(documents)
    case .rdjson: ReviewdogFormat(options: options).render(documents)
    case .github: GitHubFormat(options: options).render(documents)
    case .html: HTMLFormat(options: options).render(documents)
    case .csv: CSVFormat(options: options).render(documents)
    }
  }
}
