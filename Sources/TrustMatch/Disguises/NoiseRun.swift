/// A few signs in a row, which may be noise within a word.
struct NoiseRun {
  /// Whether a sentence, a name, a tag or a heading may begin or end here.
  private var isBarrier = false
  private var stops = 0
  /// Whether a clause ends here, or an item of a list.
  private var hasClauseMark = false

  init(_ symbols: ArraySlice<UInt32>) {
    for symbol in symbols {
      switch symbol {
      // 。 ! ? @ # % 【 】, and bytes that are no character, which may have been anything.
      case 0x3002, 0x21, 0x3F, 0x40, 0x23, 0x25, 0x3010, 0x3011, 0xFFFD: isBarrier = true
      case 0x2E: stops += 1
      // ， , 、 ; : / |
      case 0xFF0C, 0x2C, 0x3001, 0x3B, 0x3A, 0x2F, 0x7C: hasClauseMark = true
      default: break
      }
    }
  }

  /// Whether the run may stand between two Chinese characters of one word.
  ///
  /// What parts clauses and items only where a character stands alone: never between 老大、蒜苗.
  func mayJoin(isIsolated: Bool) -> Bool {
    !isBarrier && stops < 2 && (isIsolated || !hasClauseMark)
  }

  /// Whether the run may stand for the space between two Latin words.
  var mayPartWords: Bool { !isBarrier && !hasClauseMark && stops == 0 }
}
