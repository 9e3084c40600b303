/// How rules compare texts, for tools that have to compare words as rules do.
///
/// Only the folding of single scalars: the engine also drops separators inside words, and knows the
/// way back to the original bytes.
public enum TextFolding {
  /// What one scalar becomes before it is compared; nothing if it is not looked at.
  ///
  /// - Complexity: O(1).
  public static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch FoldTable.shared.folding(of: scalar.value) {
    case .same: [scalar]
    case .deleted: []
    case .one(let symbol): [symbol].compactMap(Unicode.Scalar.init)
    case .many(let symbols): symbols.compactMap(Unicode.Scalar.init)
    }
  }
}
