/// Letters of other scripts that look like Latin ones, and signs that look like Chinese characters.
///
/// Source: Unicode's data on confusable characters through ICU, see `DisguiseTableGenerator`.
package enum LookAlikes {
  private static let table: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    let text = data.withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) }
    for entry in text.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: ":")
      guard parts.count == 2, let from = UInt32(parts[0], radix: 16) else { continue }
      table[from] = parts[1].split(separator: ",").compactMap { UInt32($0, radix: 16) }
    }
    return table
  }()

  /// What a folded scalar looks like, the likeliest first; empty for most.
  package static func targets(of symbol: UInt32) -> [UInt32] {
    symbol < 0x80 ? [] : table[symbol] ?? []
  }

  /// The Latin letter that a letter looks like.
  static func letter(_ symbol: UInt32) -> UInt32? {
    targets(of: symbol).first { (0x61...0x7A).contains($0) }
  }

  /// The Chinese character that a radical or stroke looks like, or the scalar itself.
  static func character(_ symbol: UInt32) -> UInt32 {
    guard (0x2E80...0x31EF).contains(symbol) else { return symbol }
    return targets(of: symbol).first ?? Shapes.radicals[symbol] ?? symbol
  }
}
