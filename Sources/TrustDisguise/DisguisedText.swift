/// A text of which some words were disguised, with the way from the one to the other.
public struct DisguisedText: Sendable, Hashable {
  /// The text with the disguises.
  public let text: String
  /// Whether anything was disguised.
  public let isChanged: Bool
  /// Where stretches of the plain text begin, and where in the disguised one, in Unicode scalars.
  private var plainStarts: [Int] = [0]
  private var starts: [Int] = [0]

  /// Disguises the words at `ranges`, which are ascending, do not overlap, and are in Unicode
  /// scalars.
  ///
  /// - Complexity: O(n).
  public init(_ plain: String, at ranges: [Range<Int>], by disguiser: inout Disguiser) {
    let scalars = Array(plain.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isChanged = false
    var reached = 0
    for range in ranges where range.lowerBound >= reached && range.upperBound <= scalars.count {
      result.append(contentsOf: scalars[reached..<range.lowerBound])
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[range])
      plainStarts.append(range.lowerBound)
      starts.append(result.count)
      if let disguised = disguiser.disguise(String(words)) {
        isChanged = true
        result.append(contentsOf: disguised.unicodeScalars)
      } else {
        result.append(contentsOf: words)
      }
      reached = range.upperBound
      plainStarts.append(reached)
      starts.append(result.count)
    }
    result.append(contentsOf: scalars[reached...])
    text = String(result)
    self.isChanged = isChanged
  }

  /// Where a range of the plain text is now; one that begins or ends inside disguised words takes
  /// them whole.
  public func range(of plain: Range<Int>) -> Range<Int> {
    let start = position(of: plain.lowerBound, atEnd: false)
    return start..<max(start, position(of: plain.upperBound, atEnd: true))
  }

  private func position(of plain: Int, atEnd: Bool) -> Int {
    guard let index = plainStarts.lastIndex(where: { $0 <= plain }) else { return plain }
    // Disguised words are at odd places.
    if index % 2 == 1, plain > plainStarts[index] {
      return atEnd ? starts[index + 1] : starts[index]
    }
    return starts[index] + plain - plainStarts[index]
  }
}
