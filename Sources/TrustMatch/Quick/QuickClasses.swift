internal import CTrustQuick
internal import TrustText

/// What each scalar is to any quick pass, whatever the literals.
struct QuickClasses: Sendable {
  /// The one table.
  static let shared = QuickClasses()

  /// For each 256 scalars the number of their block.
  private(set) var blocks: [UInt16] = []
  /// The entries of scalars, in blocks of 256, equal ones once.
  private(set) var classes: [UInt16] = []
  /// For each symbol, the scalars that fold to it, if others do.
  private var sources: [UInt32: [UInt32]] = [:]
  /// For each sign, the scalars that fold to it and other signs.
  private var expansions: [UInt32: [UInt32]] = [:]

  /// The scalars beyond which nothing folds and nothing is a letter.
  private static let planes: [Range<UInt32>] = [0..<0x40000, 0xE0000..<0xE1000]

  private init() {
    var known: [[UInt16]: UInt16] = [:]
    for first in stride(from: UInt32(0), to: 0x110000, by: 256) {
      let isMeant = Self.planes.contains { $0.contains(first) }
      let block =
        isMeant
        ? (first..<first + 256).map { note($0) }
        : [UInt16](repeating: UInt16(TRUST_QUICK_SIGN), count: 256)
      if known[block] == nil {
        known[block] = UInt16(classes.count >> 8)
        classes += block
      }
      blocks.append(known[block] ?? 0)
    }
  }

  /// The scalars that fold to a symbol, itself too.
  func scalars(foldingTo symbol: UInt32) -> [UInt32] {
    let isKept = FoldTable.shared.folding(of: symbol) == .same
    return (isKept ? [symbol] : []) + (sources[symbol] ?? [])
  }

  /// The scalars that fold to a sign and other signs.
  func scalars(expandingTo symbol: UInt32) -> [UInt32] { expansions[symbol] ?? [] }

  /// Whether a folded symbol is a sign that may be a literal.
  static func isSign(_ symbol: UInt32) -> Bool {
    switch Int(entry(ofFolded: symbol)) {
    case TRUST_QUICK_SIGN, TRUST_QUICK_BARRIER, TRUST_QUICK_CLAUSE_MARK: true
    default: false
    }
  }

  /// The entry of a scalar as it stands in a post.
  private mutating func note(_ scalar: UInt32) -> UInt16 {
    switch FoldTable.shared.folding(of: scalar) {
    case .same: return Self.entry(ofFolded: scalar)
    case .deleted: return UInt16(TRUST_QUICK_GONE)
    case .one(let symbol):
      sources[symbol, default: []].append(scalar)
      return Self.entry(ofFolded: symbol)
    case .many(let symbols):
      guard symbols.allSatisfy(Self.isSign) else { return UInt16(TRUST_QUICK_ODD) }
      for symbol in Set(symbols) { expansions[symbol, default: []].append(scalar) }
      // As if it parted nothing, which is the safe side.
      return UInt16(TRUST_QUICK_SIGN)
    }
  }

  /// The class of a folded symbol, with what it counts as when a post's language is told.
  private static func entry(ofFolded symbol: UInt32) -> UInt16 {
    let kind = ScalarClass(symbol)
    // What looks like something else is rare enough to be left to the thorough pass.
    let looks = LookAlikes.targets(of: symbol)
    if looks.contains(where: { kind != .han || ScalarClass($0) == .word })
      || Shapes.radicals[symbol] != nil
    {
      return UInt16(TRUST_QUICK_ODD)
    }
    switch kind {
    case .word:
      let isLatin = symbol >= 0x61 && symbol <= 0x7A
      return UInt16(TRUST_QUICK_FIRST_LETTER) + UInt16(QuickAlphabet.letter(symbol))
        | (isLatin ? UInt16(TRUST_QUICK_COUNTS_LATIN) : 0)
    case .han:
      let isCounted = symbol >= 0x4E00 && symbol <= 0x9FFF
      return UInt16(TRUST_QUICK_OTHER_HAN) | (isCounted ? UInt16(TRUST_QUICK_COUNTS_HAN) : 0)
    case .other:
      switch symbol {
      case 0x27: return UInt16(TRUST_QUICK_APOSTROPHE)
      case 0x20: return UInt16(TRUST_QUICK_SPACE)
      case 0x40: return UInt16(TRUST_QUICK_AT)
      case 0x21: return UInt16(TRUST_QUICK_EXCLAMATION)
      case 0x24, 0x2B, 0x7C: return UInt16(TRUST_QUICK_LIKE_LETTER)
      default: break
      }
      let run = NoiseRun([symbol])
      if !run.mayJoin(isIsolated: true) { return UInt16(TRUST_QUICK_BARRIER) }
      return UInt16(run.mayPartWords ? TRUST_QUICK_SIGN : TRUST_QUICK_CLAUSE_MARK)
    }
  }
}
