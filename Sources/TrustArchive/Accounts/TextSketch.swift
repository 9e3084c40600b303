internal import TrustText

/// A text's MinHash: how many of two sketches' numbers agree estimates how many runs of three symbols
/// the texts share (Jaccard).
///
/// Made from folded text, so that width, script and case do not count. Not SimHash: a name or an emoji
/// put into a post of a hundred characters turns more than three of its bits.
struct TextSketch: Hashable {
  static let count = 32
  /// Sketches with so many equal numbers are of near-duplicates: about 0.6 of the runs are shared.
  static let alike = 19

  let numbers: [UInt32]

  /// Sketches a text.
  ///
  /// - Complexity: O(symbols × 32).
  init(of text: String) {
    let symbols = FoldedText.symbols(of: text).filter { $0 > 0x20 }
    var numbers = [UInt32](repeating: .max, count: Self.count)
    let width = min(3, symbols.count)
    for start in 0..<max(0, symbols.count - width + 1) where width > 0 {
      var run: UInt64 = 0
      for symbol in symbols[start..<start + width] { run = run << 21 | UInt64(symbol) }
      for index in numbers.indices {
        numbers[index] = min(numbers[index], Self.hash(run, index))
      }
    }
    self.numbers = numbers
  }

  /// Reads a sketch back from four bytes a number, the highest first; `nil` if it is none.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 4 * Self.count else { return nil }
    var numbers: [UInt32] = []
    for (place, byte) in bytes.enumerated() {
      if place % 4 == 0 { numbers.append(0) }
      numbers[place / 4] = numbers[place / 4] << 8 | UInt32(byte)
    }
    self.numbers = numbers
  }

  /// Eight digits a number.
  var hexadecimal: String {
    numbers.reduce(into: "") { text, number in
      let digits = String(number, radix: 16)
      text += String(repeating: "0", count: 8 - digits.count) + digits
    }
  }

  func isAlike(_ other: TextSketch) -> Bool {
    zip(numbers, other.numbers).count { $0 == $1 } >= Self.alike
  }

  /// Different for each index: the finish of SplitMix64 over the run and a constant of the index.
  private static func hash(_ run: UInt64, _ index: Int) -> UInt32 {
    var mixed = run &+ UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: mixed ^ (mixed >> 31))
  }
}
