/// What stands between the characters of a word without being part of it.
///
/// - Between two Han characters, `- . · * ~ _` and spaces around single characters are dropped
///   (`大-蒜 能 预 防`); a space between two longer Chinese runs stays, and ends a clause.
/// - Between letters or digits, `-` and `_` are a space (`anti-vaccine`), and an apostrophe is
///   nothing (`don't`).
/// - Any other run of spaces is one space.
enum Separators {
  static let space: UInt32 = 0x20

  /// A run of separators in a text.
  struct Run {
    var range: Range<Int>
    var spaces = 0
    var marks = 0
  }

  /// Follows a text to know when it is inside `@a_name` or a link, where no sign is a separator.
  struct NameTracker {
    private(set) var isInside = false
    private var slashes = 0

    mutating func pass(_ symbol: UInt32) {
      slashes = symbol == 0x2F ? slashes + 1 : 0
      if symbol == 0x40 || slashes == 2 {
        isInside = true
      } else if symbol <= space || symbol >= 0x7F {
        isInside = false
      }
    }
  }

  enum Treatment {
    /// Drop the run and remember that the characters were apart.
    case join
    /// Drop the run; the characters belong together.
    case close
    /// Put one space in its place.
    case space
    case keep
  }

  /// More marks than this in a row are a drawn line, not a disguise.
  private static let longestJoin = 3

  private static let apostrophe: UInt32 = 0x27
  private static let hyphen: UInt32 = 0x2D
  private static let underscore: UInt32 = 0x5F

  static func mayBeOne(_ symbol: UInt32) -> Bool {
    switch symbol {
    case space, apostrophe, hyphen, underscore, 0x2E, 0xB7, 0x2A, 0x7E: true
    default: false
    }
  }

  /// Whether a separator is a space that stays one, as nothing beside it can make it anything else.
  static func staysSpace(_ symbol: UInt32, between before: UInt32?, _ after: UInt32?) -> Bool {
    guard symbol == space, let after else { return false }
    return !mayBeOne(after) && (ScalarClass(after) != .han || before.map(ScalarClass.init) != .han)
  }

  static func run(in symbols: [UInt32], at start: Int) -> Run {
    var run = Run(range: start..<start)
    var index = start
    while index < symbols.count, mayBeOne(symbols[index]) {
      if symbols[index] == space { run.spaces += 1 } else { run.marks += 1 }
      index += 1
    }
    run.range = start..<index
    return run
  }

  static func treatment(
    of run: Run,
    before: UInt32?,
    hanBefore: Int,
    in symbols: [UInt32]
  ) -> Treatment {
    let next = run.range.upperBound
    let after = next < symbols.count ? symbols[next] : nil
    let left = before.map(ScalarClass.init)
    let right = after.map(ScalarClass.init)

    if left == .han, right == .han {
      let hanAfter = next + 1 < symbols.count && ScalarClass(symbols[next + 1]) == .han ? 2 : 1
      let parts = run.spaces > 0 && hanBefore >= 2 && hanAfter >= 2
      if !parts, run.marks <= longestJoin { return .join }
    }
    if left == .word, right == .word, run.range.count == 1 {
      switch symbols[run.range.lowerBound] {
      case apostrophe: return .close
      case hyphen, underscore: return .space
      default: break
      }
    }
    return run.marks > 0 ? .keep : .space
  }
}
