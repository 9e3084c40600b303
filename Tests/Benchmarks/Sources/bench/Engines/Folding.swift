internal import CPeers
internal import TrustScreen

/// The engine's folding of single scalars, as a table for peers that cannot fold.
struct Folding {
  let table: OpaquePointer

  /// Makes the table; it lives as long as the program.
  init() {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    for value in UInt32(0)..<0x110000 {
      if let scalar = Unicode.Scalar(value) {
        for folded in TextFolding.folded(scalar) {
          bytes += UTF8.encode(folded).map(Array.init) ?? []
        }
      }
      starts.append(UInt32(bytes.count))
    }
    table = peer_fold_make(bytes, starts)
  }

  func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let text = Array(text)
    let bound = Int(peer_fold_bound(table, Int64(text.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
      guard let base = out.baseAddress else { return }
      count = Int(peer_fold_text(table, text, Int64(text.count), base, nil))
    }
  }

  /// For each byte of the folded text, the place of the scalar it came from.
  func origins(_ text: ArraySlice<UInt8>) -> [Int32] {
    let text = Array(text)
    let bound = Int(peer_fold_bound(table, Int64(text.count)))
    var folded = [UInt8](repeating: 0, count: bound)
    return [Int32](unsafeUninitializedCapacity: bound) { origins, count in
      count = Int(peer_fold_text(table, text, Int64(text.count), &folded, origins.baseAddress))
    }
  }
}
