package import TrustText

/// An occurrence of a literal in a folded text; what it means is for rules to verify.
@usableFromInline
package struct LiteralHit: Equatable, Sendable {
  /// The number of the literal, in the order given to the automaton.
  package var literal: Int32
  /// The symbols it covers.
  @usableFromInline package var start: Int32
  @usableFromInline package var end: Int32
  /// Whether a letter or digit goes on before `start`, as before "virus" in "chinavirus".
  package var isOpenLeft: Bool
  /// Whether a letter or digit goes on at `end`, as after "china" in "chinavirus".
  package var isOpenRight: Bool
  /// What the words were disguised by; empty for what the automaton found as it stands.
  package var disguises: Disguises = []

  /// Makes a hit of `literal` on the symbols `start..<end`.
  package init(literal: Int32, start: Int32, end: Int32, isOpenLeft: Bool, isOpenRight: Bool) {
    self.literal = literal
    self.start = start
    self.end = end
    self.isOpenLeft = isOpenLeft
    self.isOpenRight = isOpenRight
  }

  /// The symbols it covers.
  @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
}
