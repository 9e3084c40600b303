extension FoldedText {
  /// What folding undid in a range of symbols, of what writers use to hide words: `escapes`,
  /// `hidden` signs, `marks`, `styles` of letters, `width`; in a fixed order.
  ///
  /// Case and Traditional characters are ordinary writing and are not named.
  package func folds(in range: Range<Int>, of bytes: borrowing Span<UInt8>) -> [String] {
    guard !range.isEmpty else { return [] }
    var found: Set<String> = []
    let original = self.bytes(of: range)
    var index = original.lowerBound
    while index < original.upperBound {
      let decoded = UTF8Decoding.decode(bytes, at: index)
      if let name = Self.fold(of: decoded.scalar) { found.insert(name) }
      index += decoded.length
    }
    // One character is at most four bytes, unless it was escaped.
    for symbol in range where ends[symbol] - starts[symbol] > 4 && symbols[symbol] != 0x20 {
      found.insert("escapes")
    }
    return ["escapes", "hidden", "marks", "styles", "width"].filter(found.contains)
  }

  private static func fold(of scalar: UInt32) -> String? {
    guard scalar >= 0x80 else { return nil }
    switch FoldTable.shared.folding(of: scalar) {
    case .deleted:
      let isSelector = (0xFE00...0xFE0F).contains(scalar) || scalar >= 0xE0000
      let category = Unicode.Scalar(scalar)?.properties.generalCategory
      return !isSelector && (category == .nonspacingMark || category == .enclosingMark)
        ? "marks" : "hidden"
    case .one(let symbol) where ScalarClass(symbol) == .word && symbol < 0x80:
      if (0xFF01...0xFF5E).contains(scalar) { return "width" }
      // Letters with accents and long s are ordinary.
      return scalar >= 0x2000 ? "styles" : nil
    default: return nil
    }
  }
}
