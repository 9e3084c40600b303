public import TrustRules

/// Screens posts by the rules of some packs. Immutable: build one, share it between tasks.
public struct Screener: Sendable {
  /// Bounds on the work for one post. They are counts, so that a limited report is still the same
  /// every time; only `deadline` is a clock, for servers.
  public struct Options: Sendable, Hashable {
    /// The most bytes of a field that are screened; what is behind them makes a report partial.
    public var maxBytes = 1 << 20
    /// The most findings of one rule in one field.
    public var maxFindingsPerRule = 64
    /// The most findings in one post.
    public var maxFindingsPerPost = 1024
    /// The most time for one post.
    public var deadline: Duration?
    /// Whether reports list what contexts explained away.
    public var includeSuppressed = true

    /// The bounds named above.
    public init() {}
  }

  /// What reports depend on but the text.
  public let identity: Identity
  /// The rules it runs, in the order of their packs.
  public let rules: [Rule]
  let options: Options

  /// Builds a screener.
  ///
  /// - Throws: `PackError` with every mistake of every pack.
  /// - Complexity: linear in the length of the packs.
  public init(packs: [Pack], options: Options = .init()) throws(PackError) {
    fatalError()
  }

  /// Screens one text.
  ///
  /// - Complexity: linear in the text and in what is found in it.
  public func screen(_ text: String) -> Report { fatalError() }

  /// Screens the fields of one post.
  public func screen(_ post: Post) -> Report { fatalError() }
}
