/// Takes the text and the facts out of a page of HTML.
///
/// Of an article of WeChat only the title and what is in `#js_content` is taken, with the account of
/// `#js_name` and the time that the page's script states; of other pages the title and the body.
struct PageReader {
  private(set) var title = MappedText()
  private(set) var body = MappedText()
  private(set) var account: String?
  private(set) var url: String?
  /// As the page states it: words, or seconds since 1970.
  private(set) var time: String?

  /// Elements of a WeChat article.
  private enum Part: String {
    case title = "activity-name"
    case account = "js_name"
    case time = "publish_time"
    case content = "js_content"
  }

  /// Reads a page.
  ///
  /// - Complexity: Linear.
  init(_ bytes: borrowing Span<UInt8>) {
    var page = PageText()
    var parts: [Part: PageText] = [:]
    var heading = PageText()
    // The part that is being read, and how many elements of its name are open in it.
    var part: (part: Part, name: String, depth: Int)?
    var isInTitle = false
    var reader = MarkupReader()
    while true {
      let place = reader.at
      guard let token = reader.next(in: bytes) else { break }
      switch token {
      case .text(let range):
        if isInTitle { heading.append(bytes, range) } else { page.append(bytes, range) }
        if let part { parts[part.part, default: PageText()].append(bytes, range) }
      case .open(let tag):
        if tag.name == "title" {
          isInTitle = true
          continue
        }
        if tag.name == "meta" { readMeta(tag, bytes) }
        page.note(tag, in: bytes, at: place)
        if let open = part {
          parts[open.part, default: PageText()].note(tag, in: bytes, at: place)
          if tag.name == open.name, !tag.isEmpty { part?.depth += 1 }
        } else if let id = tag.attribute("id", in: bytes), let found = Part(rawValue: id) {
          part = (found, tag.name, 1)
        }
        if PageText.hidden.contains(tag.name), !tag.isEmpty {
          let raw = reader.skipRaw(tag.name, in: bytes)
          if tag.name == "script", time == nil { time = Self.scriptTime(bytes, raw) }
        }
      case .close(let name):
        if name == "title" { isInTitle = false }
        page.breakLine(for: name, at: place)
        if let open = part {
          parts[open.part, default: PageText()].breakLine(for: name, at: place)
          if name == open.name { part?.depth -= 1 }
          if part?.depth == 0 { part = nil }
        }
      }
    }
    func finished(_ text: PageText) -> MappedText {
      var text = text
      text.finish()
      return text.text
    }
    let isArticle = parts[.content] != nil
    title = finished(isArticle ? parts[.title] ?? heading : heading)
    body = finished(parts[.content] ?? page)
    account = parts[.account].map { String(decoding: finished($0).bytes, as: UTF8.self) }
    if let shown = parts[.time].map({ finished($0).bytes }), !shown.isEmpty {
      time = time ?? String(decoding: shown, as: UTF8.self)
    }
  }

  private mutating func readMeta(
    _ tag: MarkupReader.Tag,
    _ bytes: borrowing Span<UInt8>
  ) {
    let property = tag.attribute("property", in: bytes) ?? tag.attribute("name", in: bytes)
    guard let content = tag.attribute("content", in: bytes), !content.isEmpty else { return }
    switch property {
    case "og:url": url = content
    case "article:published_time": time = time ?? content
    default: break
    }
  }

  /// The seconds of `var ct = "1700000000"`, with which articles of WeChat state their time.
  private static func scriptTime(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
    let mark = Array("var ct = \"".utf8)
    var at = range.lowerBound
    while at + mark.count < range.upperBound {
      if mark.indices.allSatisfy({ bytes[at + $0] == mark[$0] }) {
        var digits = ""
        var place = at + mark.count
        while place < range.upperBound, (0x30...0x39).contains(bytes[place]) {
          digits.unicodeScalars.append(Unicode.Scalar(bytes[place]))
          place += 1
        }
        return digits.isEmpty ? nil : digits
      }
      at += 1
    }
    return nil
  }
}
