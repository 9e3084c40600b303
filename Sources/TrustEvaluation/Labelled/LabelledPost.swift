public import TrustEngine
public import TrustRules

/// A post with what a reader found in it, by the labelling guide.
public struct LabelledPost: Sendable, Hashable {
  /// What the reader decided.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The post asserts, endorses, advertises or forwards what guidance asks people not to publish.
    case flag
    /// It does not.
    case pass
    /// Nothing in its wording tells; counted neither for nor against a rule.
    case uncheckable
  }

  /// How the post stands to what it speaks of.
  public enum Stance: String, Sendable, CaseIterable {
    /// It says so itself.
    case asserts
    /// It says that it is not so.
    case refutes
    /// It honestly asks.
    case asks
    /// It tells of somebody who says so.
    case reports
    /// It speaks against those who say so.
    case condemns
    /// It speaks of something else.
    case offTopic = "off-topic"
  }

  /// The words of a post that carry one violation.
  public struct Label: Sendable, Hashable {
    /// The category.
    public var category: Category
    /// The kind within the category.
    public var kind: String
    /// Where the words stand, in Unicode scalars of the post's text; never empty.
    public var scalars: Range<Int>

    /// Makes a label.
    public init(category: Category, kind: String, scalars: Range<Int>) {
      self.category = category
      self.kind = kind
      self.scalars = scalars
    }
  }

  /// What the set knows the post by.
  public var id: String
  /// Its main language, such as `zh`; `und` if nobody said.
  public var language: String
  /// The data set it comes from, if the record says.
  public var source: String?
  /// Its text.
  public var text: String
  /// What the reader decided, or `nil` if nobody read it.
  public var verdict: Verdict?
  /// How it stands to what it speaks of, if the reader said.
  public var stance: Stance?
  /// What the reader found; empty unless the verdict is `flag`.
  public var labels: [Label]

  /// Makes a labelled post.
  public init(
    id: String,
    language: String = "und",
    source: String? = nil,
    text: String,
    verdict: Verdict? = nil,
    stance: Stance? = nil,
    labels: [Label] = []
  ) {
    self.id = id
    self.language = language
    self.source = source
    self.text = text
    self.verdict = verdict
    self.stance = stance
    self.labels = labels
  }

  /// Which half of its set it is in.
  public var half: Half { Half(id: id) }

  /// The one field that labels speak of.
  static let field = "text"

  /// What a screener is given: the id, and the text as the field `text`.
  public var post: Post { Post(id: id, text: text) }

  /// The characters at `range`, in Unicode scalars; what lies outside the text is left out.
  func excerpt(_ range: Range<Int>) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
    return String(words)
  }
}
