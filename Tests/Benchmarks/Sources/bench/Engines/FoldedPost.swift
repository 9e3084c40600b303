internal import CPeers

/// A folded post with the way back: for bringing what engines found to one form.
struct FoldedPost {
  private let folded: [UInt8]
  private let origins: [Int32]
  private let original: [UInt8]

  init(_ text: ArraySlice<UInt8>, _ folding: Folding) {
    original = Array(text)
    folded = folding.folded(text)
    origins = folding.origins(text)
  }

  /// The original of a range of the folded text, or `nil` if it is inside a longer word.
  func original(_ range: Range<Int>) -> Range<Int>? {
    guard
      !peer_is_inside_word(
        folded,
        Int64(folded.count),
        Int64(range.lowerBound),
        Int64(range.upperBound)
      )
    else { return nil }
    var end = Int(origins[range.upperBound - 1]) + 1
    while end < original.count, original[end] & 0xC0 == 0x80 { end += 1 }
    return Int(origins[range.lowerBound])..<end
  }

  /// A range of the original without what folds to nothing at its ends; `nil` unless it folds to the
  /// phrase, scalar by scalar, and is no part of a longer word.
  ///
  /// What the engine finds beyond that (through separators, say) no peer looks for.
  func plain(_ range: Range<Int>, _ phrase: [UInt8]) -> Range<Int>? {
    var start = origins.partition { $0 >= range.lowerBound }
    while start > 0, start < folded.count, folded[start] & 0xC0 == 0x80 { start += 1 }
    let end = origins.partition { $0 >= range.upperBound }
    guard start < end, folded[start..<end].elementsEqual(phrase) else { return nil }
    return original(start..<end)
  }
}

extension [Int32] {
  /// The first index whose element fulfils a condition that holds for all behind it.
  fileprivate func partition(_ holds: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
