internal import TrustEngine
package import TrustRules

/// The text of a draft with its findings marked, however they overlap.
struct HighlightedText {
  /// A mark on the text, known to the page by a number.
  struct Highlight {
    var bytes: Range<Int>
    var category: Category
    var number: Int
  }

  let lines: TextLines
  let highlights: [Highlight]
  /// What the ids of this draft begin with, such as `d1`.
  let prefix: String

  init(_ findings: [Finding], lines: TextLines, prefix: String) {
    self.lines = lines
    self.prefix = prefix
    highlights = findings.enumerated().map { index, finding in
      Highlight(
        bytes: lines.byteRange(of: finding.span),
        category: finding.category,
        number: index + 1
      )
    }
  }

  /// The text as HTML.
  ///
  /// It is cut wherever a finding starts or ends, so that elements never have to cross; each piece
  /// is wrapped once for every category that covers it.
  func html() -> String {
    let edges = highlights.flatMap { [$0.bytes.lowerBound, $0.bytes.upperBound] }
    let cuts = Set(edges + [0, lines.bytes.count]).sorted()
    var html = ""
    for (index, start) in cuts.enumerated() {
      html += references(endingAt: start) + anchors(startingAt: start)
      guard index + 1 < cuts.count else { break }
      html += piece(start..<cuts[index + 1])
    }
    return html
  }

  private func piece(_ range: Range<Int>) -> String {
    let covering = highlights.filter { $0.bytes.overlaps(range) }
    let categories = Set(covering.map(\.category)).sorted()
    let open = categories.enumerated().reduce(into: "") { html, layer in
      html += "<mark class=\"\(layer.element.cssClass) layer\(min(layer.offset, 2))\">"
    }
    let close = String(repeating: "</mark>", count: categories.count)
    return open + HTMLText.escaped(lines.text(in: range)) + close
  }

  private func anchors(startingAt byte: Int) -> String {
    highlights.filter { $0.bytes.lowerBound == byte }.reduce(into: "") { html, highlight in
      html += "<span id=\"\(prefix)m\(highlight.number)\"></span>"
    }
  }

  private func references(endingAt byte: Int) -> String {
    highlights.filter { $0.bytes.upperBound == byte }.reduce(into: "") { html, highlight in
      let number = highlight.number
      // A word joiner keeps the number on the line of the words; it is not copied with them.
      html += "<sup>&#8288;<a class=\"number \(highlight.category.cssClass)\""
      html += " href=\"#\(prefix)f\(number)\">\(number)</a></sup>"
    }
  }
}

extension Category {
  /// The class that gives a category its colour and its kind of underline.
  package var cssClass: String {
    switch self {
    case .falseRemedy: "remedy"
    case .stigmatisingLanguage: "stigma"
    case .unverifiedClaim: "claim"
    case .other: "other"
    }
  }
}
