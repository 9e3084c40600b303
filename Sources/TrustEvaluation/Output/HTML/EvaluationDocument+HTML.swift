internal import TrustReport

extension EvaluationDocument {
  /// One self-contained page without scripts, in Chinese and English, to read, print and pass on.
  ///
  /// - Parameters:
  ///   - language: The language shown first: `zh` or a variant of it, else English.
  ///   - cases: How many misses, false alarms and alarms of each quiet set to list at most.
  ///   - includesText: Whether to quote posts.
  /// - Returns: The page, with a line break at its end; the same document always gives the same.
  public func html(
    language: String = "en",
    cases: Int = .max,
    includesText: Bool = true
  ) -> String {
    let page = EvaluationPage(document: self, cases: cases, includesText: includesText)
    return HTMLPage(
      language: language,
      title: EvaluationWording.title,
      style: HTMLStyle.palette + HTMLStyle.layout + EvaluationStyle.sheet,
      header: page.header,
      main: page.main,
      identity: evaluation?.identity ?? quiet.lazy.compactMap(\.identity).first
    ).html
  }
}
