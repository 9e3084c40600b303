/// What a reader wants a format to show.
public struct ReportOptions: Sendable, Hashable {
  /// The language of messages and of the format's own words: `zh` or a variant of it, else English.
  public var language: String
  /// Whether `text` colours a terminal.
  public var usesColor: Bool
  /// Whether `text` lists what was explained away and names drafts without findings.
  public var isVerbose: Bool
  /// Whether words of the posts may appear; else there are only places, rules and scores.
  public var includesText: Bool
  /// How many columns `text` may take.
  public var columns: Int

  /// Makes options; the defaults suit a file rather than a terminal.
  public init(
    language: String = "zh",
    usesColor: Bool = false,
    isVerbose: Bool = false,
    includesText: Bool = true,
    columns: Int = 80
  ) {
    self.language = language
    self.usesColor = usesColor
    self.isVerbose = isVerbose
    self.includesText = includesText
    self.columns = columns
  }
}
