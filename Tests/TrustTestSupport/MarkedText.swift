/// A text with `<<…>>` around the spans that matter, so that nobody counts columns.
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let text: String
  /// What stood between marks, in Unicode scalars of `text`.
  package let spans: [Range<Int>]

  /// Takes the marks out of a text; they do not nest.
  package init(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var spans: [Range<Int>] = []
    var count = 0
    var start: Int?
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.first {
      if rest.starts(with: "<<".unicodeScalars), start == nil {
        start = count
        rest = rest.dropFirst(2)
      } else if rest.starts(with: ">>".unicodeScalars), let opened = start {
        spans.append(opened..<count)
        start = nil
        rest = rest.dropFirst(2)
      } else {
        scalars.append(scalar)
        count += 1
        rest = rest.dropFirst()
      }
    }
    text = String(scalars)
    self.spans = spans
  }

  /// A text with marks around some spans, given in Unicode scalars; they must not overlap.
  package static func mark(_ text: String, _ spans: some Sequence<Range<Int>>) -> String {
    let starts = Set(spans.map(\.lowerBound))
    let ends = Set(spans.map(\.upperBound))
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if ends.contains(index) { result += ">>" }
      if starts.contains(index) { result += "<<" }
      result.unicodeScalars.append(scalar)
    }
    return ends.contains(text.unicodeScalars.count) ? result + ">>" : result
  }
}
