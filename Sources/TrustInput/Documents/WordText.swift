/// The text of a Word document: of `word/document.xml`, its runs joined, a line for each paragraph.
///
/// What was deleted, what fields compute from, and the fallbacks of drawings are left out.
enum WordText {
  private static let left: Set<String> = ["w:deltext", "w:instrtext", "mc:fallback"]

  /// Takes the text out of the XML.
  ///
  /// - Complexity: Linear.
  static func text(of bytes: borrowing Span<UInt8>) -> MappedText {
    var text = MappedText()
    var reader = MarkupReader()
    var isInText = false
    var leftOut = 0
    while true {
      let place = reader.at
      guard let token = reader.next(in: bytes) else { break }
      switch token {
      case .text(let range):
        if isInText, leftOut == 0 { append(bytes, range, to: &text) }
      case .open(let tag):
        if left.contains(tag.name), !tag.isEmpty { leftOut += 1 }
        switch tag.name {
        case "w:t": isInText = !tag.isEmpty
        case "w:tab": text.append([0x09], standingFor: place)
        case "w:br", "w:cr": text.append([0x0A], standingFor: place)
        default: break
        }
      case .close(let name):
        if left.contains(name) { leftOut = max(0, leftOut - 1) }
        if name == "w:t" { isInText = false }
        if name == "w:p" { text.breakLine(at: place) }
      }
    }
    text.trimEnd()
    return text
  }

  private static func append(
    _ bytes: borrowing Span<UInt8>,
    _ range: Range<Int>,
    to text: inout MappedText
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      if bytes[at] == UInt8(ascii: "&"), let (decoded, end) = Entities.read(bytes, at) {
        text.append(decoded, standingFor: at)
        at = end
      } else {
        at += 1
        while at < range.upperBound, bytes[at] != UInt8(ascii: "&") { at += 1 }
        text.append(bytes, start..<at)
      }
    }
  }
}
