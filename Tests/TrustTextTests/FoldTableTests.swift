internal import CTrustICU
import Testing

@testable import TrustText

/// The table is generated once and kept; these tests compare it with the ICU at hand.
@Suite("Fold table") struct FoldTableTests {
  /// What `FoldTable.addOwnFoldings` puts in the place of ICU's data.
  private static let own: [UInt32: [UInt32]] = {
    var own: [UInt32: [UInt32]] = [0x09: [0x20]]
    for scalar: UInt32 in [0x2018, 0x2019, 0x02BC, 0xB4, 0x60] { own[scalar] = [0x27] }
    for scalar: UInt32 in [0x2010, 0x2011, 0x2012, 0x2013, 0x2212] { own[scalar] = [0x2D] }
    for scalar: UInt32 in [0x2022, 0x2027, 0x30FB, 0xFF65] { own[scalar] = [0xB7] }
    for scalar: UInt32 in [0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029] { own[scalar] = [0x0A] }
    for letter: UInt32 in 0..<26 {
      own[0x1F150 + letter] = [0x61 + letter]
      own[0x1F170 + letter] = [0x61 + letter]
    }
    for scalar: UInt32 in [0xA8, 0xAF, 0xB8, 0x02D8, 0x02D9, 0x02DA, 0x02DB, 0x02DC, 0x02DD] {
      own[scalar] = []
    }
    own[0xFF0C] = [0xFF0C]
    for (cheque, plain) in zip(
      "壹弌贰弍叁弎柒捌玖佰仟".unicodeScalars,
      "一一二二三三七八九百千".unicodeScalars
    ) {
      own[cheque.value] = [plain.value]
    }
    // What ICU folds to a sign that goes on to one of ours.
    own[0x53C4] = [0x4E09]
    own[0x8CB3] = [0x4E8C]
    own[0x149] = [0x27, 0x6E]
    own[0x1FEF] = [0x27]
    own[0x207B] = [0x2D]
    own[0x208B] = [0x2D]
    own[0xFE32] = [0x2D]
    own[0xFF40] = [0x27]
    return own
  }()

  private static func folded(_ scalar: UInt32) -> [UInt32] {
    switch FoldTable.shared.folding(of: scalar) {
    case .same: [scalar]
    case .deleted: []
    case .one(let symbol): [symbol]
    case .many(let symbols): Array(symbols)
    }
  }

  private static func foldedByICU(_ scalar: UInt32) -> [UInt32] {
    var out = [UInt32](repeating: 0, count: 32)
    var status: Int32 = 0
    let count = unsafe trust_fold_scalar(scalar, &out, 32, &status)
    return count >= 0 && status <= 0 ? Array(out[..<Int(count)]) : []
  }

  /// Whether both versions of Unicode know a scalar, so that they must agree on it.
  private static func isComparable(_ scalar: Unicode.Scalar) -> Bool {
    let icu = unsafe String(cString: trust_unicode_version())
    guard !icu.hasPrefix(FoldTable.unicodeVersion) else { return true }
    guard let age = scalar.properties.age else { return false }
    let table = FoldTable.unicodeVersion.split(separator: ".").compactMap { Int($0) }
    return (age.major, age.minor) <= (table[0], table[1])
  }

  @Test("the table folds every scalar as ICU does, but for our own additions")
  func agreesWithICU() {
    var compared = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), Self.own[value] == nil,
        Self.isComparable(scalar)
      else { continue }
      compared += 1
      let (ours, theirs) = (Self.folded(value), Self.foldedByICU(value))
      if ours != theirs {
        Issue.record("U+\(String(value, radix: 16)) folds to \(ours); ICU says \(theirs)")
      }
    }
    #expect(compared > 140_000)
  }

  @Test("signs that readers do not tell apart fold to one, though ICU keeps them apart")
  func foldsOwnSigns() {
    for (scalar, expected) in Self.own { #expect(Self.folded(scalar) == expected) }
  }

  @Test("what a scalar folds to folds to itself")
  func isIdempotent() {
    let unsettled = (UInt32(0)...0x10FFFF).filter { value in
      guard Unicode.Scalar(value) != nil else { return false }
      let once = Self.folded(value)
      return once.flatMap(Self.folded) != once
    }
    #expect(unsettled == [])
  }

  @Test("printable ASCII only loses its capitals, as the short cut in FoldedText assumes")
  func keepsASCII() {
    for value in UInt32(0x20)..<0x7F where value != 0x60 {
      let isCapital = value >= 0x41 && value <= 0x5A
      #expect(Self.folded(value) == [isCapital ? value | 0x20 : value])
    }
  }
}
