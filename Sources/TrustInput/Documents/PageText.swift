/// The visible text of a part of an HTML page.
///
/// Scripts, styles and the like are dropped, references decoded, white space collapsed; elements that
/// stand in lines of their own break lines.
struct PageText {
  /// Elements whose content is not shown.
  static let hidden: Set<String> = [
    "script", "style", "template", "noscript", "iframe", "textarea", "title",
  ]

  /// Elements that flow within a line; all others break it.
  static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]

  private(set) var text = MappedText()

  /// Appends text of the document, with its references.
  mutating func append(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      if bytes[at] <= 0x20 {
        while at < range.upperBound, bytes[at] <= 0x20 { at += 1 }
        if let last = text.bytes.last, last != 0x20, last != UInt8(ascii: "\n") {
          text.append([0x20], standingFor: start)
        }
      } else if bytes[at] == UInt8(ascii: "&"), let (decoded, end) = Entities.read(bytes, at) {
        text.append(decoded, standingFor: at)
        at = end
      } else {
        at += 1
        while at < range.upperBound, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "&") { at += 1 }
        text.append(bytes, start..<at)
      }
    }
  }

  /// Notes a tag: a break, or a picture that stands for words, as `[笑]` does.
  mutating func note(_ tag: MarkupReader.Tag, in bytes: borrowing Span<UInt8>, at place: Int) {
    if tag.name == "img", let words = tag.attribute("alt", in: bytes), words.hasPrefix("[") {
      text.append(Array(words.utf8), standingFor: place)
    }
    breakLine(for: tag.name, at: place)
  }

  /// Breaks the line at the edge of an element that stands in lines of its own.
  mutating func breakLine(for name: String, at place: Int) {
    if !Self.inline.contains(name) { text.breakLine(at: place) }
  }

  mutating func finish() { text.trimEnd() }

  /// The text of a snippet.
  ///
  /// - Complexity: Linear.
  static func text(of snippet: borrowing Span<UInt8>) -> [UInt8] {
    var page = PageText()
    var reader = MarkupReader()
    while true {
      let place = reader.at
      guard let token = reader.next(in: snippet) else { break }
      switch token {
      case .text(let range): page.append(snippet, range)
      case .open(let tag):
        page.note(tag, in: snippet, at: place)
        if hidden.contains(tag.name), !tag.isEmpty { _ = reader.skipRaw(tag.name, in: snippet) }
      case .close(let name): page.breakLine(for: name, at: place)
      }
    }
    page.finish()
    return page.text.bytes
  }
}
