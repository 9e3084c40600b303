internal import CTrustQuick
internal import TrustText

/// What each scalar is to the quick pass.
struct QuickAlphabet {
  private static let firstLetter = UInt16(TRUST_QUICK_FIRST_LETTER)
  private static let firstHan = UInt16(TRUST_QUICK_FIRST_HAN)

  /// For each Chinese character of a literal, and those that are written for it, its class.
  private(set) var hanClasses: [UInt32: UInt16] = [:]
  /// For each sign that is a literal, or all that a literal has, its class.
  private(set) var signClasses: [UInt32: UInt16] = [:]
  /// How many classes Chinese characters have.
  private var classCount: UInt16 = 0

  /// The first class behind Chinese characters.
  var hanEnd: UInt16 { Self.firstHan + classCount }
  /// The first class behind signs.
  var end: UInt16 { hanEnd + UInt16(signClasses.count) }

  /// Numbers what occurs in literals.
  init(of literals: [Literal]) {
    for literal in literals {
      for symbol in literal.symbols where ScalarClass(symbol) == .han {
        add(symbol)
        // The parts of a character may stand in its place.
        for part in Shapes.parts(of: symbol).joined() { add(part) }
      }
      for figure in literal.symbols { Numerals.numeral(figure).map { add($0) } }
    }
    // Emoji, and what literals without words and characters have.
    for literal in literals {
      let isSigns = literal.symbols.allSatisfy { ScalarClass($0) == .other }
      for sign in literal.symbols
      where (isSigns || sign >= 0x1F000) && ScalarClass(sign) == .other && !Self.isSpace(sign)
        && signClasses[sign] == nil
      {
        signClasses[sign] = end
      }
    }
  }

  /// Gives a character a class, and the same to all that may be written for it.
  private mutating func add(_ character: UInt32) {
    guard hanClasses[character] == nil else { return }
    let number = hanEnd
    var waiting = [character]
    while let next = waiting.popLast() {
      guard hanClasses[next] == nil else { continue }
      hanClasses[next] = number
      classCount = number - Self.firstHan + 1
      waiting += Shapes.alternatives(of: next).filter { ScalarClass($0) == .han }
      waiting += Numerals.sameFigure(as: next)
    }
  }

  /// The share of posts that a sign is taken to stand in.
  static func share(ofSign sign: UInt32) -> Double {
    switch sign {
    // Letters of flags.
    case 0x1F1E6...0x1F1FF: 0.01
    case 0x1F000...: 0.001
    default: 0.05
    }
  }

  /// The number of a letter or digit.
  static func letter(_ symbol: UInt32) -> UInt8 {
    switch symbol {
    case 0x61...0x7A: UInt8(symbol - 0x61)
    case 0x30...0x39: UInt8(symbol - 0x30) + UInt8(TRUST_QUICK_FIRST_DIGIT)
    default: UInt8(TRUST_QUICK_OTHER_LETTER)
    }
  }

  /// The class of a folded symbol, with what it counts as when a post's language is told.
  private func entry(ofFolded symbol: UInt32) -> UInt16 {
    let looks = LookAlikes.targets(of: symbol)
    let isHan = ScalarClass(symbol) == .han
    // What looks like something else is rare enough to be left to the thorough pass.
    if looks.contains(where: { !isHan || ScalarClass($0) == .word }) || Shapes.radicals[symbol] != nil
    {
      return UInt16(TRUST_QUICK_ODD)
    }
    switch ScalarClass(symbol) {
    case .word:
      let isLatin = symbol >= 0x61 && symbol <= 0x7A
      return Self.firstLetter + UInt16(Self.letter(symbol))
        | (isLatin ? UInt16(TRUST_QUICK_COUNTS_LATIN) : 0)
    case .han:
      let isCounted = symbol >= 0x4E00 && symbol <= 0x9FFF
      return (hanClasses[symbol] ?? UInt16(TRUST_QUICK_OTHER_HAN))
        | (isCounted ? UInt16(TRUST_QUICK_COUNTS_HAN) : 0)
    case .other:
      if symbol == 0x27 { return UInt16(TRUST_QUICK_APOSTROPHE) }
      if Self.isSpace(symbol) { return UInt16(TRUST_QUICK_SPACE) }
      return signClasses[symbol] ?? UInt16(TRUST_QUICK_SIGN)
    }
  }

  private static func isSpace(_ symbol: UInt32) -> Bool { symbol == 0x20 }

  /// The entry of a scalar as it stands in a post.
  func entry(of scalar: UInt32) -> UInt16 {
    switch FoldTable.shared.folding(of: scalar) {
    case .same: return entry(ofFolded: scalar)
    case .deleted: return UInt16(TRUST_QUICK_GONE)
    case .one(let symbol): return entry(ofFolded: symbol)
    case .many(let symbols):
      let areSigns = symbols.allSatisfy { entry(ofFolded: $0) == UInt16(TRUST_QUICK_SIGN) }
      return UInt16(areSigns ? TRUST_QUICK_SIGN : TRUST_QUICK_ODD)
    }
  }

  /// The entries of all scalars: for each 256 of them the number of a block, and the blocks.
  func table() -> (blocks: [UInt16], classes: [UInt16]) {
    var blocks: [UInt16] = []
    var classes: [UInt16] = []
    var known: [[UInt16]: UInt16] = [:]
    for first in stride(from: UInt32(0), to: 0x110000, by: 256) {
      let block = (first..<first + 256).map { entry(of: $0) }
      if known[block] == nil {
        known[block] = UInt16(classes.count >> 8)
        classes += block
      }
      blocks.append(known[block] ?? 0)
    }
    return (blocks, classes)
  }
}
