/// What each Unicode scalar folds to: by ICU's data NFKC_Casefold (width, styled letters, case,
/// hidden characters), Traditional to Simplified, and without marks; and a few signs of our own.
///
/// Folding is by scalar and without context, so that folding a whole is folding its parts, and
/// every folded scalar knows the one it came from. Source: ICU, see `FoldTableGenerator`.
package struct FoldTable: Sendable {
  /// The one table that text and rules share.
  package static let shared = FoldTable()

  /// How a scalar folds.
  package enum Folding: Equatable {
    case same
    case deleted
    case one(UInt32)
    case many(ArraySlice<UInt32>)
  }

  private static let blockBits: UInt32 = 7
  private static let blockSize = 1 << Int(blockBits)

  /// Where the block of each 128 scalars stands in `entries`.
  private var blocks: [UInt16]
  /// 0 same, 1 deleted, `scalar << 2 | 2` one, `index << 2 | 3` many.
  private var entries: [UInt32]
  /// Expansions: a count, then so many scalars.
  private var expansions: [UInt32] = []

  private init() {
    blocks = [UInt16](repeating: 0, count: 0x110000 >> Int(Self.blockBits))
    entries = [UInt32](repeating: 0, count: Self.blockSize)
    var reader = HexPairs(Self.data.withUTF8Buffer { unsafe Array($0) })
    addOwnFoldings()
    // What ICU folds to one of our own signs goes on to where that folds.
    while let (from, to) = reader.next() {
      if folding(of: from) == .same { set(from, to.flatMap(folded)) }
    }
  }

  private func folded(_ scalar: UInt32) -> [UInt32] {
    switch folding(of: scalar) {
    case .same: [scalar]
    case .deleted: []
    case .one(let target): [target]
    case .many(let targets): Array(targets)
    }
  }

  /// Signs that ICU keeps apart and readers do not.
  private mutating func addOwnFoldings() {
    let apostrophe: [UInt32] = [0x27]
    for scalar: UInt32 in [0x2018, 0x2019, 0x02BC, 0x00B4, 0x0060] { set(scalar, apostrophe) }
    let hyphen: [UInt32] = [0x2D]
    for scalar: UInt32 in [0x2010, 0x2011, 0x2012, 0x2013, 0x2212] { set(scalar, hyphen) }
    let middleDot: [UInt32] = [0xB7]
    for scalar: UInt32 in [0x2022, 0x2027, 0x30FB, 0xFF65] { set(scalar, middleDot) }
    let newline: [UInt32] = [0x0A]
    for scalar: UInt32 in [0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029] { set(scalar, newline) }
    set(0x09, [0x20])
    // The Chinese comma parts clauses, the other may stand in a number: 二，五 is not 2,5.
    set(0xFF0C, [0xFF0C])
    // Numerals for cheques, of those that are seldom anything else (陆 and 伍 are names).
    for (cheque, plain) in zip("壹弌贰弍叁弎柒捌玖佰仟".unicodeScalars, "一一二二三三七八九百千".unicodeScalars) {
      set(cheque.value, [plain.value])
    }
    // White letters on black discs and squares: Unicode gives them no compatibility mapping.
    for letter: UInt32 in 0..<26 {
      set(0x1F150 + letter, [0x61 + letter])
      set(0x1F170 + letter, [0x61 + letter])
    }
    // NFKC would give a space and a mark for these.
    for scalar: UInt32 in [0x00A8, 0x00AF, 0x00B8, 0x02D8, 0x02D9, 0x02DA, 0x02DB, 0x02DC, 0x02DD] {
      set(scalar, [])
    }
  }

  private mutating func set(_ scalar: UInt32, _ folded: [UInt32]) {
    let block = Int(scalar >> Self.blockBits)
    if blocks[block] == 0 {
      blocks[block] = UInt16(entries.count >> Int(Self.blockBits))
      entries.append(contentsOf: repeatElement(0, count: Self.blockSize))
    }
    let entry: UInt32
    switch folded.count {
    case 0: entry = 1
    case 1: entry = folded[0] << 2 | 2
    default:
      entry = UInt32(expansions.count) << 2 | 3
      expansions.append(UInt32(folded.count))
      expansions.append(contentsOf: folded)
    }
    entries[Int(blocks[block]) << Int(Self.blockBits) | Int(scalar) & (Self.blockSize - 1)] = entry
  }

  /// The folding of one scalar.
  ///
  /// - Complexity: O(1).
  package func folding(of scalar: UInt32) -> Folding {
    let block = Int(blocks[Int(scalar >> Self.blockBits)])
    let entry = entries[block << Int(Self.blockBits) | Int(scalar) & (Self.blockSize - 1)]
    switch entry & 3 {
    case 0: return .same
    case 1: return .deleted
    case 2: return .one(entry >> 2)
    default:
      let index = Int(entry >> 2)
      return .many(expansions[index + 1..<index + 1 + Int(expansions[index])])
    }
  }
}

/// Reads the generated table's text: `from:to,to` in hexadecimal, parted by white space.
private struct HexPairs {
  private var bytes: IndexingIterator<[UInt8]>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.makeIterator()
  }

  mutating func next() -> (from: UInt32, to: [UInt32])? {
    var from: UInt32?
    var to: [UInt32] = []
    var value: UInt32 = 0
    var hasDigits = false
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
        hasDigits = true
      case UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
        hasDigits = true
      case UInt8(ascii: ":"):
        from = value
        (value, hasDigits) = (0, false)
      case UInt8(ascii: ","):
        to.append(value)
        (value, hasDigits) = (0, false)
      default:
        guard let from else { continue }
        if hasDigits { to.append(value) }
        return (from, to)
      }
    }
    guard let from else { return nil }
    if hasDigits { to.append(value) }
    return (from, to)
  }
}
