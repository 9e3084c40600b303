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
  private(set) var blocks: [UInt16]
  /// 0 same, 1 deleted, `scalar << 2 | 2` one, `index << 2 | 3` many.
  private(set) var entries: [UInt32]
  /// Expansions: a count, then so many scalars.
  private(set) var expansions: [UInt32] = []

  private init() {
    blocks = [UInt16](repeating: 0, count: 0x110000 >> Int(Self.blockBits))
    entries = [UInt32](repeating: 0, count: Self.blockSize)
    addOwnFoldings()
    let own = self
    (blocks, entries, expansions) = Self.generated
    put(own)
  }

  /// Puts our own foldings in the place of ICU's; what ICU folds to one of our own signs goes on to
  /// where that folds.
  private mutating func put(_ own: FoldTable) {
    for (block, place) in own.blocks.enumerated() where place != 0 {
      for scalar in UInt32(block) << Self.blockBits..<UInt32(block + 1) << Self.blockBits
      where own.folding(of: scalar) != .same {
        set(scalar, own.folded(scalar))
      }
    }
    for block in blocks.indices where blocks[block] != 0 {
      let first = Int(blocks[block]) << Int(Self.blockBits)
      for offset in 0..<Self.blockSize where foldsTo(own, entries[first + offset]) {
        let scalar = UInt32(block << Int(Self.blockBits) | offset)
        guard own.folding(of: scalar) == .same else { continue }
        set(scalar, folded(scalar).flatMap(own.folded))
      }
    }
  }

  /// Whether an entry folds to a sign that has a folding in another table.
  private func foldsTo(_ own: FoldTable, _ entry: UInt32) -> Bool {
    switch entry & 3 {
    case 2: own.folding(of: entry >> 2) != .same
    case 3: expansion(entry).contains { own.folding(of: $0) != .same }
    default: false
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
    let entry = entry(of: scalar)
    if entry.isExpansion {
      return .many(expansion(entry.code))
    }
    if entry.isDeletion { return .deleted }
    return entry.symbol.map { .one($0) } ?? .same
  }

  /// A scalar's folding as it is stored.
  struct Entry {
    /// 0 same, 1 deleted, `scalar << 2 | 2` one, `index << 2 | 3` many.
    fileprivate var code: UInt32

    var isDeletion: Bool { code == 1 }
    var isExpansion: Bool { code & 3 == 3 }
    /// The scalar it folds to, if that is one and another.
    var symbol: UInt32? { code & 3 == 2 ? code >> 2 : nil }
  }

  func entry(of scalar: UInt32) -> Entry {
    let block = Int(blocks[Int(scalar >> Self.blockBits)])
    return Entry(
      code: entries[block << Int(Self.blockBits) | Int(scalar) & (Self.blockSize - 1)]
    )
  }

  private func expansion(_ entry: UInt32) -> ArraySlice<UInt32> {
    let index = Int(entry >> 2)
    return expansions[index + 1..<index + 1 + Int(expansions[index])]
  }
}
