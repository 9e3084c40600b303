/// Reads the elements of an array that `LineReader` has checked, one at a time.
public struct ElementReader: Sendable {
  private var at: Int
  private let end: Int

  /// Starts on an array at a range that came as `FieldValue.other`; anything else has no elements.
  public init(_ range: Range<Int>, of block: borrowing Span<UInt8>) {
    at = JSONGrammar.spaceEnd(block, range.lowerBound + 1)
    end = block[range.lowerBound] == UInt8(ascii: "[") ? range.upperBound : at
  }

  /// Reads the next element; `nil` at the end.
  ///
  /// - Returns: What it is. Text with escapes is appended to `decoded`, and the range is in there.
  /// - Complexity: Linear in the element.
  public mutating func next(
    in block: borrowing Span<UInt8>,
    decoded: inout [UInt8]
  ) -> FieldValue? {
    guard at < end, block[at] != UInt8(ascii: "]") else { return nil }
    let start = at
    let value: FieldValue
    let behind: Int
    if block[start] == UInt8(ascii: "\"") {
      var hasEscapes = false
      let close = JSONGrammar.stringEnd(block, start + 1, hasEscapes: &hasEscapes)
      guard close != JSONGrammar.failed else { return nil }
      behind = close + 1
      if hasEscapes {
        let first = decoded.count
        JSONEscape.decode(block, in: start + 1..<close, to: &decoded)
        value = .decoded(first..<decoded.count)
      } else {
        value = .text(start + 1..<close)
      }
    } else {
      behind = JSONGrammar.valueEnd(block, start)
      guard behind != JSONGrammar.failed else { return nil }
      switch block[start] {
      case UInt8(ascii: "n"): value = .missing
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(start..<behind)
      default: value = .other(start..<behind)
      }
    }
    at = JSONGrammar.spaceEnd(block, behind)
    if at < end, block[at] == UInt8(ascii: ",") { at = JSONGrammar.spaceEnd(block, at + 1) }
    return value
  }
}
