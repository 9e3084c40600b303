/// Everything that `evaluate` has to tell, as a table or as JSON.
public struct EvaluationDocument: Sendable {
  /// How posts do that readers labelled, if there are any.
  public var evaluation: Evaluation?
  /// How often posts are flagged that should hardly ever be.
  public var quiet: [QuietSet]
  /// The lines that could not be read, so that nobody takes the numbers for those of the whole set.
  public var unread: [LabelledPosts.Issue]

  /// Puts together what was measured.
  public init(
    evaluation: Evaluation? = nil,
    quiet: [QuietSet] = [],
    unread: [LabelledPosts.Issue] = []
  ) {
    self.evaluation = evaluation
    self.quiet = quiet
    self.unread = unread
  }

  /// Tables for a terminal, with a line break at the end.
  ///
  /// - Parameters:
  ///   - cases: How many misses, false alarms and alarms of each quiet set to list at most.
  ///   - includesText: Whether to quote posts.
  ///   - isVerbose: Whether to show precision and recall at every threshold, the reliability of
  ///     scores bin by bin, and which rules find the same.
  /// - Returns: The same text for the same document.
  public func text(
    cases: Int = .max,
    includesText: Bool = true,
    isVerbose: Bool = false
  ) -> String {
    let form = TextForm(cases: cases, includesText: includesText, isVerbose: isVerbose)
    var sections: [String] = []
    if let evaluation { sections += evaluation.sections(form) }
    sections += quiet.map { $0.section(form) }
    if !unread.isEmpty {
      let lines = unread.map { issue in
        let line = includesText ? issue.description : "\(issue.file):\(issue.line)"
        return "  \(TerminalText.line(line, columns: 160))\n"
      }
      sections.append("Not read (\(unread.count)):\n" + lines.joined())
    }
    return sections.joined(separator: "\n")
  }
}
