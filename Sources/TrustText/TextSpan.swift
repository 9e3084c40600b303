/// A half-open run of a text, in the three units that people count in.
///
/// The engine works in UTF-8 bytes. SARIF counts scalars, editors count UTF-16 units; a report
/// carries all three so that nobody has to convert.
public struct TextSpan: Hashable, Sendable {
  /// The run in UTF-8 bytes of the original text.
  public var utf8: Range<Int>
  /// The run in UTF-16 code units of the original text.
  public var utf16: Range<Int>
  /// The run in Unicode scalars of the original text.
  public var scalars: Range<Int>

  /// Makes a span from the same run in the three units.
  public init(utf8: Range<Int>, utf16: Range<Int>, scalars: Range<Int>) {
    self.utf8 = utf8
    self.utf16 = utf16
    self.scalars = scalars
  }

  /// The run as indices of `text`, or `nil` if `text` is not the text that was screened.
  ///
  /// - Complexity: O(1) for a native string.
  public func range(in text: String) -> Range<String.Index>? {
    let view = text.utf8
    guard utf8.upperBound <= view.count else { return nil }
    let start = view.index(view.startIndex, offsetBy: utf8.lowerBound)
    let end = view.index(start, offsetBy: utf8.count)
    guard start.samePosition(in: text.unicodeScalars) != nil,
      end.samePosition(in: text.unicodeScalars) != nil
    else { return nil }
    return start..<end
  }
}
