/// Cuts HTML or XML into tags and text.
struct MarkupReader {
  enum Token {
    /// Text as it stands in the document, with its references.
    case text(Range<Int>)
    /// A tag's beginning, `<name …>`.
    case open(Tag)
    case close(name: String)
  }

  /// What stands between `<` and `>`.
  struct Tag {
    /// In lower case.
    var name: String
    /// What is behind the name.
    var attributes: Range<Int>
    /// Whether it ends with `/>`.
    var isEmpty: Bool
  }

  private(set) var at = 0

  /// Reads the next token; comments, declarations and processing instructions are gone by.
  mutating func next(in bytes: borrowing Span<UInt8>) -> Token? {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), let token = readTag(bytes) {
        if let token = token.token { return token }
        continue
      }
      let start = at
      // A sign that begins no tag is text.
      at += 1
      while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
      return .text(start..<at)
    }
    return nil
  }

  /// Goes by the text of an element that is not read as markup, such as a script.
  ///
  /// - Returns: Where it is.
  mutating func skipRaw(_ name: String, in bytes: borrowing Span<UInt8>) -> Range<Int> {
    let start = at
    let mark = Array("</\(name)".utf8)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), Self.matches(bytes, at, mark) { break }
      at += 1
    }
    return start..<at
  }

  private mutating func readTag(_ bytes: borrowing Span<UInt8>) -> (token: Token?, Void)? {
    if Self.matches(bytes, at, Array("<!--".utf8)) {
      at = Self.behind(bytes, at + 4, Array("-->".utf8))
      return (nil, ())
    }
    guard at + 1 < bytes.count else { return nil }
    if bytes[at + 1] == UInt8(ascii: "!") || bytes[at + 1] == UInt8(ascii: "?") {
      at = Self.behind(bytes, at + 2, [UInt8(ascii: ">")])
      return (nil, ())
    }
    let isClosing = bytes[at + 1] == UInt8(ascii: "/")
    var place = at + (isClosing ? 2 : 1)
    guard place < bytes.count, Self.isLetter(bytes[place]) else { return nil }
    var name = ""
    while place < bytes.count, Self.isName(bytes[place]) {
      name.unicodeScalars.append(Unicode.Scalar(bytes[place]))
      place += 1
    }
    let attributes = place..<Self.tagEnd(bytes, place)
    at = min(attributes.upperBound + 1, bytes.count)
    name = name.lowercased()
    if isClosing { return (.close(name: name), ()) }
    let isEmpty = attributes.last.map { bytes[$0] == UInt8(ascii: "/") } ?? false
    return (.open(Tag(name: name, attributes: attributes, isEmpty: isEmpty)), ())
  }

  /// The place of the `>` that ends a tag: one that stands in no quotation marks.
  private static func tagEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    var quote: UInt8?
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return at
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // Only behind an equals sign does a mark open a value.
        if at > start, bytes[at - 1] == UInt8(ascii: "=") { quote = byte }
      }
      at += 1
    }
    return at
  }

  private static func behind(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ mark: [UInt8]
  ) -> Int {
    var at = start
    while at < bytes.count {
      if matches(bytes, at, mark) { return at + mark.count }
      at += 1
    }
    return bytes.count
  }

  /// Whether bytes stand at a place, in upper or lower case.
  private static func matches(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ mark: [UInt8]
  ) -> Bool {
    guard start + mark.count <= bytes.count else { return false }
    for (index, byte) in mark.enumerated() {
      let found = bytes[start + index]
      guard found == byte || isLetter(byte) && found | 0x20 == byte | 0x20 else { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
  }
}

extension MarkupReader.Tag {
  /// The value of an attribute, with its references decoded; `nil` if it is not there.
  func attribute(_ wanted: String, in bytes: borrowing Span<UInt8>) -> String? {
    var at = attributes.lowerBound
    let end = attributes.upperBound
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
    while at < end {
      while at < end, isSpace(bytes[at]) { at += 1 }
      var name = ""
      while at < end, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "=") {
        name.unicodeScalars.append(Unicode.Scalar(bytes[at]))
        at += 1
      }
      guard at < end, bytes[at] == UInt8(ascii: "=") else {
        if name.isEmpty { at += 1 }
        continue
      }
      at += 1
      var stop: UInt8?
      if at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
        stop = bytes[at]
        at += 1
      }
      var value: [UInt8] = []
      while at < end, stop.map({ bytes[at] != $0 }) ?? (bytes[at] > 0x20) {
        if bytes[at] == UInt8(ascii: "&"), let (text, behind) = Entities.read(bytes, at) {
          value += text
          at = behind
        } else {
          value.append(bytes[at])
          at += 1
        }
      }
      if stop != nil { at += 1 }
      if name.lowercased() == wanted { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }
}
