extension Evaluation {
  /// Which posts a group of numbers is about; `nil` wherever all are meant.
  public struct Scope: Sendable, Hashable {
    /// The language.
    public var language: String?
    /// The data set the posts come from.
    public var source: String?
    /// The half of the set.
    public var half: Half?

    /// All posts, or those of one language, source or half.
    public init(language: String? = nil, source: String? = nil, half: Half? = nil) {
      self.language = language
      self.source = source
      self.half = half
    }
  }
}
