internal import TrustText

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

  /// The fewest letters of a word that may be glued.
  private static let shortestGlued = 3

  /// Lets the literal be glued, if its words are fit for that.
  package mutating func allowGlue() { mayBeGlued = Self.canBeGlued(symbols) }

  /// Whether a reader would still see the literal in a longer word: its outer words are neither short
  /// nor words of grammar, which half the words of a language begin or end with.
  private static func canBeGlued(_ symbols: [UInt32]) -> Bool {
    let words = symbols.split { ScalarClass($0) != .word }
    guard let first = words.first, let last = words.last else { return true }
    return [first, last].allSatisfy { word in
      word.count >= shortestGlued && Set(word).count > 1 && !grammar.contains(Array(word))
    }
  }

  private static let grammar: Set<[UInt32]> = Set(
    """
    and any are but can did does for from get gets got had has have her here him his how into its just \
    let made make makes may more most must never not now off one only our out over own same she should \
    some such than that the their them then there these they this those too under until very was were \
    what when where which who whom whose why will with without would you your
    """
    .split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  )
}
