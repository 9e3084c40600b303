/// The way from a text back to the document it was taken from.
///
/// Places are bytes: of the text, and of the document as decoded to UTF-8, from its first byte.
package struct SourceMap: Sendable, Hashable {
  /// Bytes of text that come from one place.
  package struct Piece: Sendable, Hashable {
    package var text: Int
    package var source: Int
    /// Whether text and source are the same here, byte for byte.
    ///
    /// If not, the piece stands for one
    /// thing: an entity, a break.
    package var isVerbatim: Bool
  }

  /// The pieces, in the order of the text; each goes to the beginning of the next.
  package private(set) var pieces: [Piece] = []

  /// Maps nothing yet.
  package init() {}

  /// The place in the source of a place in the text.
  ///
  /// - Complexity: Logarithmic.
  package func source(of place: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].text <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return place }
    let piece = pieces[low - 1]
    return piece.isVerbatim ? piece.source + place - piece.text : piece.source
  }

  /// Notes where text comes from that is appended now.
  mutating func append(text: Int, source: Int, isVerbatim: Bool) {
    if isVerbatim, let last = pieces.last, last.isVerbatim,
      source - last.source == text - last.text
    {
      return
    }
    pieces.append(Piece(text: text, source: source, isVerbatim: isVerbatim))
  }

  /// Drops what is mapped behind a place of the text.
  mutating func cut(at end: Int) {
    while let last = pieces.last, last.text >= end { pieces.removeLast() }
  }
}

/// A text that is taken out of a document bit by bit, with the way back.
struct MappedText {
  private(set) var bytes: [UInt8] = []
  private(set) var map = SourceMap()

  /// Appends bytes of the document as they are.
  mutating func append(_ document: borrowing Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    map.append(text: bytes.count, source: range.lowerBound, isVerbatim: true)
    for place in range { bytes.append(document[place]) }
  }

  /// Appends text that stands for something else in the document.
  mutating func append(_ text: [UInt8], standingFor source: Int) {
    guard !text.isEmpty else { return }
    map.append(text: bytes.count, source: source, isVerbatim: false)
    bytes += text
  }

  /// Begins a new line, unless one has just begun.
  mutating func breakLine(at source: Int) {
    while let last = bytes.last, last == 0x20 { removeLast() }
    if !bytes.isEmpty, bytes.last != UInt8(ascii: "\n") {
      append([UInt8(ascii: "\n")], standingFor: source)
    }
  }

  /// Drops white space at the end.
  mutating func trimEnd() {
    while let last = bytes.last, last <= 0x20 { removeLast() }
  }

  private mutating func removeLast() {
    bytes.removeLast()
    map.cut(at: bytes.count)
  }
}
