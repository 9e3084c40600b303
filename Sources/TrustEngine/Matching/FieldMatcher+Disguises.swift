import TrustMatch
import TrustRules
import TrustText

extension FieldMatcher {
  /// How many characters on either side tell ICU where words end.
  private static let context = 12

  /// Whether a disguised hit would have word edges if it were written plainly: ICU is shown the
  /// literal between the characters around it.
  mutating func hasPlainEdges(_ hit: LiteralHit, _ mode: EdgeMode) -> Bool {
    let literal = Array(rules.ruleset.disguises.symbols(of: hit.literal))
    if mode == .loose || (mode == .cue && literal.count > 1) { return true }
    let left = characters(before: hit.range.lowerBound)
    let right = characters(from: hit.range.upperBound)
    let startsHan = ScalarClass(literal[0]) == .han
    let endsHan = ScalarClass(literal[literal.count - 1]) == .han
    guard (startsHan && !left.isEmpty) || (endsHan && !right.isEmpty) || mode == .exact else {
      return true
    }
    let edges = PhraseEdges(left + literal + right, using: &segmenters)
    let range = left.count..<left.count + literal.count
    if isSplitByPause(hit, left, right) { return false }
    if startsHan, !edges.isWordStart(range.lowerBound) { return false }
    if mode == .exact { return !startsHan || edges.isOneWord(range) }
    return !endsHan || edges.isWordEnd(range.upperBound)
  }

  /// Whether a space or line break inside a hit is a pause, since a word ends there: the first of two
  /// lines that end in 老大 and begin with 蒜价.
  private mutating func isSplitByPause(
    _ hit: LiteralHit,
    _ left: ArraySlice<UInt32>,
    _ right: ArraySlice<UInt32>
  ) -> Bool {
    let symbols = text.symbols[hit.range]
    func isPause(_ symbol: UInt32) -> Bool { symbol == 0x20 || symbol == 0x0A }
    guard let first = symbols.firstIndex(where: isPause),
      let last = symbols.lastIndex(where: isPause),
      ScalarClass(symbols[hit.range.lowerBound]) == .han
    else { return false }
    let before = PhraseEdges(Array(left + symbols[..<first]), using: &segmenters)
    if !before.isWordStart(left.count) { return true }
    let end = symbols[(last + 1)...]
    let after = PhraseEdges(Array(end + right), using: &segmenters)
    return !after.isWordEnd(end.count)
  }

  private func characters(before index: Int) -> ArraySlice<UInt32> {
    var start = index
    while start > 0, index - start < Self.context, ScalarClass(text.symbols[start - 1]) == .han {
      start -= 1
    }
    return text.symbols[start..<index]
  }

  private func characters(from index: Int) -> ArraySlice<UInt32> {
    var end = index
    while end < text.count, end - index < Self.context, ScalarClass(text.symbols[end]) == .han {
      end += 1
    }
    return text.symbols[index..<end]
  }
}
