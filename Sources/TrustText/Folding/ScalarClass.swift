/// The few classes of folded scalars that edges, gaps and separators depend on.
package enum ScalarClass {
  /// Chinese characters.
  case han
  /// Letters of other scripts that part words by spaces, and digits.
  case word
  /// Everything else: punctuation, symbols, emoji, white space.
  case other

  /// The class of a folded scalar.
  ///
  /// - Complexity: O(1).
  // PERF: asked for every symbol by other modules; a call each would cost more than the answer.
  @inlinable
  package init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: self = .word
    case 0...0xBF: self = .other
    case 0xC0...0x10FF, 0x1C80...0x1FFF, 0x2C00...0x2DFF, 0xA640...0xA7FF, 0xAC00...0xD7A3:
      self = scalar == 0xD7 || scalar == 0xF7 ? .other : .word
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
    default: self = .other
    }
  }

  // PERF: the one that is made for enums is called through a table by other modules.
  @inlinable
  package static func == (left: ScalarClass, right: ScalarClass) -> Bool {
    switch (left, right) {
    case (.han, .han), (.word, .word), (.other, .other): true
    default: false
    }
  }

  /// Whether a folded scalar is an ASCII digit.
  @inlinable
  package static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}
