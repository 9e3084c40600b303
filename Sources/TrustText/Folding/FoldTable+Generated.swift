internal import CTrustICU

extension FoldTable {
  /// The version of the Unicode data that the table was made from.
  package static let unicodeVersion = unsafe String(cString: trust_fold_unicode())

  /// The table that FoldTableGenerator wrote, without our own foldings.
  static var generated: (blocks: [UInt16], entries: [UInt32], expansions: [UInt32]) {
    unsafe (
      copy(trust_fold_blocks), copy(trust_fold_entries), copy(trust_fold_expansions)
    )
  }

  private static func copy<Value>(
    _ array: (UnsafeMutablePointer<Int32>) -> UnsafePointer<Value>
  ) -> [Value] {
    var count: Int32 = 0
    let start = unsafe array(&count)
    // SAFETY: the C arrays are constants of the program, and say how long they are.
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  /// Tells this table from others: what was folded by one cannot be searched with another.
  package static let fingerprint: UInt64 = {
    let (blocks, entries, expansions) = (shared.blocks, shared.entries, shared.expansions)
    // SAFETY: integers have no padding, so that all their bytes may be read.
    var hash = unsafe XXHash64.hash(blocks.span.bytes)
    hash = unsafe XXHash64.hash(entries.span.bytes, seed: hash)
    return unsafe XXHash64.hash(expansions.span.bytes, seed: hash)
  }()
}
