internal import CTrustQuick
internal import TrustText

/// What each scalar is to the quick pass.
struct QuickAlphabet {
  private static let firstHan = UInt16(TRUST_QUICK_FIRST_HAN)

  /// For each Chinese character of a literal, and those that are written for it, its class.
  private(set) var hanClasses: [UInt32: UInt16] = [:]
  /// For each sign that is a literal, or all that a literal has, its class.
  private(set) var signClasses: [UInt32: UInt16] = [:]
  /// For each class of Chinese characters, the share of posts that hold one of them, at most.
  private var hanShares: [Double] = []

  /// The first class behind Chinese characters.
  var hanEnd: UInt16 { Self.firstHan + UInt16(hanShares.count) }
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
      where (isSigns || sign >= 0x1F000) && QuickClasses.isSign(sign)
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
    var share = 0.0
    var waiting = [character]
    while let next = waiting.popLast() {
      guard hanClasses[next] == nil else { continue }
      hanClasses[next] = number
      share += Background.shared.share(ofWindow: [next])
      waiting += Shapes.alternatives(of: next).filter { ScalarClass($0) == .han }
      waiting += Numerals.sameFigure(as: next)
    }
    hanShares.append(share)
  }

  /// The share of posts that hold a character of a class.
  func share(ofHan number: UInt16) -> Double { hanShares[Int(number - Self.firstHan)] }

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

  /// The entries of all scalars: for each 256 of them the number of a block, and the blocks.
  ///
  /// - Complexity: linear in the characters of literals, apart from the table that all share.
  func table() -> (blocks: [UInt16], classes: [UInt16]) {
    var (blocks, classes) = (QuickClasses.shared.blocks, QuickClasses.shared.classes)
    var ownBlocks: Set<Int> = []
    for (symbol, number) in hanClasses.merging(signClasses, uniquingKeysWith: { han, _ in han })
      .sorted(by: { $0.key < $1.key })
    {
      let whole = QuickClasses.shared.scalars(foldingTo: symbol).map { ($0, number) }
      let partly = QuickClasses.shared.scalars(expandingTo: symbol)
        .map { ($0, UInt16(TRUST_QUICK_ODD)) }
      for (scalar, number) in whole + partly {
        let block = Int(scalar >> 8)
        if ownBlocks.insert(block).inserted {
          let start = Int(blocks[block]) << 8
          blocks[block] = UInt16(classes.count >> 8)
          classes += classes[start..<start + 256]
        }
        let place = Int(blocks[block]) << 8 | Int(scalar & 255)
        let marks = classes[place] & ~UInt16(TRUST_QUICK_CLASS_MASK)
        // What is left to the thorough pass stays so.
        if classes[place] != UInt16(TRUST_QUICK_ODD) { classes[place] = marks | number }
      }
    }
    return (blocks, classes)
  }
}
