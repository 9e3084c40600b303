import TrustMatch
import TrustRules
import TrustText

extension Screener {
  /// The memory that one task reuses from post to post.
  ///
  /// Not to be shared: give each thread or task its own.
  public struct Scratch: ~Copyable {
    var text = FoldedText()
    var hits: [LiteralHit] = []
    var glue = GlueFilter()
    var disguises = DisguiseFinder.Scratch()
    var gates = GateCounter()
    var matcher = FieldMatcher()

    /// Makes scratch memory; ICU's iterators are opened when a post first needs them.
    public init() {}
  }
}
