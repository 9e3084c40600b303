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
  /// Of misses, false alarms and the alarms of each quiet set at most `cases` are listed.
  public func text(cases: Int = .max) -> String {
    var sections: [String] = []
    if let evaluation { sections += evaluation.sections(cases: cases) }
    sections += quiet.map { $0.section(cases: cases) }
    if !unread.isEmpty {
      let lines = unread.map { "  \(TerminalText.line($0.description, columns: 160))\n" }
      sections.append("Not read (\(unread.count)):\n" + lines.joined())
    }
    return sections.joined(separator: "\n")
  }
}
