/// The few classes of folded scalars that edges, gaps and separators depend on.
// PERF: without `@usableFromInline` on the type nothing of it is inlined in other modules.
@usableFromInline
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
  @inline(__always)
  package init(_ scalar: UInt32) {
    if scalar < 0xC0 {
      let isWord = (scalar >= 0x61 && scalar <= 0x7A) || (scalar >= 0x30 && scalar <= 0x39)
      self = isWord ? .word : .other
    } else if scalar >= 0x4E00 && scalar <= 0x9FFF {
      self = .han
    } else {
      self = Self.rare(scalar)
    }
  }

  /// The class of what is neither ASCII nor a common Chinese character.
  @usableFromInline
  package static func rare(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0xC0...0x10FF, 0x1C80...0x1FFF, 0x2C00...0x2DFF, 0xA640...0xA7FF, 0xAC00...0xD7A3:
      scalar == 0xD7 || scalar == 0xF7 ? .other : .word
    case 0x3007, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    default: .other
    }
  }

  // PERF: the one that is made for enums is called through a table by other modules.
  @inlinable
  @inline(__always)
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
