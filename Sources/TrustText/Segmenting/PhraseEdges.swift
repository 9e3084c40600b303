/// Where ICU sees the words of a few characters by themselves.
package struct PhraseEdges {
  private let symbols: [UInt32]
  private var boundaries: [Bool]
  private var isKnown = true

  /// Segments some characters.
  package init(_ symbols: [UInt32], using segmenters: inout SegmenterSet) {
    self.symbols = symbols
    boundaries = [Bool](repeating: false, count: symbols.count + 1)
    var units: [UInt16] = []
    var symbolOfUnit: [Int] = []
    for (position, symbol) in symbols.enumerated() {
      for unit in (Unicode.Scalar(symbol) ?? "\u{FFFD}").utf16 {
        units.append(unit)
        symbolOfUnit.append(position)
      }
    }
    symbolOfUnit.append(symbols.count)
    var found: [Int32] = []
    do {
      try segmenters.words(units, into: &found)
      for boundary in found { boundaries[symbolOfUnit[Int(boundary)]] = true }
    } catch {
      isKnown = false
    }
  }

  /// Whether a word may start at a symbol.
  package func isWordStart(_ symbol: Int) -> Bool { !isKnown || boundaries[symbol] }

  /// Whether a word may end before a symbol, particles of the token behind it apart.
  package func isWordEnd(_ symbol: Int) -> Bool {
    guard isKnown else { return true }
    var end = symbol
    while end < symbols.count, !boundaries[end] {
      guard WordEdges.isParticle(symbols[end]) else { return false }
      end += 1
    }
    return true
  }

  /// Whether a range is one word.
  package func isOneWord(_ range: Range<Int>) -> Bool {
    !isKnown
      || boundaries[range.lowerBound] && boundaries[range.upperBound]
        && !boundaries[range.lowerBound + 1..<range.upperBound].contains(true)
  }
}
