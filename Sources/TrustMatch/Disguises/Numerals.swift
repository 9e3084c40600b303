/// Digits, and the Chinese numerals for them.
enum Numerals {
  private static let characters: [UInt32] = "零一二三四五六七八九".unicodeScalars.map(\.value)

  /// The digit for a numeral, those for cheques too.
  ///
  /// - Complexity: O(1).
  static func digit(_ numeral: UInt32) -> UInt32? {
    switch numeral {
    case 0x96F6, 0x3007: 0x30  // 零 〇
    case 0x4E00: 0x31  // 一
    case 0x4E8C, 0x4E24: 0x32  // 二 两
    case 0x4E09: 0x33  // 三
    case 0x56DB, 0x8086: 0x34  // 四 肆
    case 0x4E94, 0x4F0D: 0x35  // 五 伍
    case 0x516D, 0x9646: 0x36  // 六 陆
    case 0x4E03: 0x37  // 七
    case 0x516B: 0x38  // 八
    case 0x4E5D: 0x39  // 九
    default: nil
    }
  }

  /// The numeral for a digit.
  static func numeral(_ digit: UInt32) -> UInt32? {
    digit >= 0x30 && digit <= 0x39 ? characters[Int(digit - 0x30)] : nil
  }

  /// The other numerals for the figure that a numeral stands for.
  static func sameFigure(as numeral: UInt32) -> [UInt32] {
    guard let figure = digit(numeral) else { return [] }
    return all.filter { $0 != numeral && digit($0) == figure }
  }

  private static let all: [UInt32] = "零〇一二两三四肆五伍六陆七八九".unicodeScalars.map(\.value)

  /// A text with each of its figures as a digit or a numeral, in all ways; `nil` if it has none, or
  /// too many for that.
  static func variants(of symbols: [UInt32]) -> [[UInt32]]? {
    let count = symbols.count { digit($0) ?? numeral($0) != nil }
    guard count > 0, count <= mostFigures else { return nil }
    return symbols.reduce([[]]) { variants, symbol in
      let forms = [symbol] + [digit(symbol), numeral(symbol)].compactMap(\.self)
      return variants.flatMap { variant in forms.map { variant + [$0] } }
    }
  }

  private static let mostFigures = 4
}
