public import TrustRules
public import TrustText

/// Words of a post that a finding rests on.
public struct Evidence: Sendable, Hashable {
  /// What the words are to the rule.
  public enum Role: Sendable, Hashable {
    /// A part of the match.
    case find
    /// Company that the rule requires.
    case with
    /// A cue of a context, by its name.
    case context(String)
    /// A longer phrase that encloses a part.
    case inside
    /// A phrase near the match.
    case near
    /// A phrase between the parts of the match.
    case between
  }

  /// What the words are to the rule.
  public var role: Role
  /// Where they stand.
  public var span: TextSpan
  /// The list they are from, if they are from one.
  public var lexicon: String?
  /// Foldings and disguises without which they would not have been found, such as `separators`.
  public var folds: [String]

  /// Makes a piece of evidence.
  public init(role: Role, span: TextSpan, lexicon: String? = nil, folds: [String] = []) {
    self.role = role
    self.span = span
    self.lexicon = lexicon
    self.folds = folds
  }
}

/// A wording that guidance warns about, with everything needed to explain and to mend it.
public struct Finding: Sendable, Hashable {
  /// The rule that found it.
  public var rule: Rule.ID
  /// The rule's category.
  public var category: Category
  /// The kind within the category.
  public var kind: String
  /// How bad it is if true.
  public var severity: Severity
  /// Whether the rule counts: experimental rules report and never count.
  public var status: Rule.Status
  /// The probability that it is right, 0 to 1, after softening and weak foldings.
  public var confidence: Double
  /// Where it is; whole user-perceived characters of the field's original text.
  public var span: TextSpan
  /// The field it is in.
  public var field: String
  /// What it rests on, in the order of the text.
  public var evidence: [Evidence]
  /// The contexts that halved its probability.
  public var softenedBy: [String]
  /// What to tell the writer.
  public var message: Localized
  /// A better wording, or how to get to one.
  public var suggestion: Localized?
  /// What may be put in the span's place as it stands, if the rule knows a better word.
  public var replacement: String?
  /// The sources behind it.
  public var guidance: [Citation]
  /// The same as long as rule, words and sentence stay the same, wherever they move.
  public var fingerprint: String

  /// Whether it makes a post count as flagged: its rule counts and it is more likely right than
  /// not.
  public func isFlag(atLeast threshold: Double = 0.5) -> Bool {
    confidence >= threshold && status != .experimental
  }
}

/// What a rule found and a context explained away.
public struct Suppressed: Sendable, Hashable {
  /// What would have been reported.
  public var finding: Finding
  /// The context's name, or `inside`, `near`, `between`.
  public var by: String
  /// The words that saved the post, if there are any (a question may need none).
  public var cue: TextSpan?
}
