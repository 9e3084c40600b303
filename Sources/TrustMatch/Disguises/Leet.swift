/// Figures and signs that are written for letters: `g@rl1c`, `vacc1ne`.
enum Leet {
  /// What stands for all letters and signs that are written for one another.
  ///
  /// - Complexity: O(1).
  static func representative(of symbol: UInt32) -> UInt32 {
    switch symbol {
    case 0x30: 0x6F  // 0 o
    case 0x31, 0x21, 0x7C, 0x6C: 0x69  // 1 ! | l i
    case 0x33: 0x65  // 3 e
    case 0x34, 0x40: 0x61  // 4 @ a
    case 0x35, 0x24: 0x73  // 5 $ s
    case 0x37, 0x2B: 0x74  // 7 + t
    case 0x38: 0x62  // 8 b
    case 0x39, 0x36: 0x67  // 9 6 g
    default: symbol
    }
  }

  /// Whether a sign may be written for a letter.
  static func isSign(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 0x21, 0x24, 0x2B, 0x40, 0x7C: true
    default: false
    }
  }
}
