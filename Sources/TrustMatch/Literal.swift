/// A folded phrase to search for.
package struct Literal: Hashable, Sendable {
  /// The phrase in folded scalars; never empty.
  package var symbols: [UInt32]
  /// Whether it may be glued to letters or digits: only where a rule writes it next to another
  /// term, as in `<place> virus` for "chinavirus".
  package var mayBeGlued: Bool

  /// Makes a literal of folded scalars.
  package init(symbols: [UInt32], mayBeGlued: Bool) {
    self.symbols = symbols
    self.mayBeGlued = mayBeGlued
  }
}
