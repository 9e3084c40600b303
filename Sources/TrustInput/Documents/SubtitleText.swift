/// The words of subtitles, a line for each of theirs, without numbers, times and marks of style.
enum SubtitleText {
  /// Takes the words out of SRT or WebVTT: in blocks parted by blank lines, what is behind the line
  /// with the arrow.
  ///
  /// - Complexity: Linear.
  static func cues(of bytes: borrowing Span<UInt8>) -> MappedText {
    var text = MappedText()
    var isInCue = false
    for line in lines(of: bytes) {
      if line.isEmpty {
        isInCue = false
      } else if contains(bytes, line, "-->") {
        isInCue = true
      } else if isInCue {
        append(bytes, line, marks: (UInt8(ascii: "<"), UInt8(ascii: ">")), to: &text)
        text.breakLine(at: line.upperBound)
      }
    }
    text.trimEnd()
    return text
  }

  /// Takes the words out of ASS or SSA: the last value of each line of dialogue.
  ///
  /// - Complexity: Linear.
  static func dialogue(of bytes: borrowing Span<UInt8>) -> MappedText {
    var text = MappedText()
    // How many commas stand before the words; `Format` of the events says so.
    var commas = 9
    var isInEvents = false
    for line in lines(of: bytes) where !line.isEmpty {
      if bytes[line.lowerBound] == UInt8(ascii: "[") {
        isInEvents = contains(bytes, line, "[Events]")
      } else if isInEvents, begins(bytes, line, "Format:") {
        commas = line.reduce(0) { $0 + (bytes[$1] == UInt8(ascii: ",") ? 1 : 0) }
      } else if isInEvents, begins(bytes, line, "Dialogue:") {
        let words = behind(commas, bytes, line)
        append(bytes, words, marks: (UInt8(ascii: "{"), UInt8(ascii: "}")), to: &text)
        text.breakLine(at: line.upperBound)
      }
    }
    text.trimEnd()
    return text
  }

  /// The lines without their breaks.
  private static func lines(of bytes: borrowing Span<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in 0...bytes.count where place == bytes.count || bytes[place] == 0x0A {
      let end = place > start && bytes[place - 1] == 0x0D ? place - 1 : place
      lines.append(start..<end)
      start = place + 1
    }
    return lines
  }

  private static func begins(
    _ bytes: borrowing Span<UInt8>,
    _ line: Range<Int>,
    _ mark: String
  ) -> Bool {
    let mark = Array(mark.utf8)
    guard line.count >= mark.count else { return false }
    for (index, byte) in mark.enumerated() where bytes[line.lowerBound + index] != byte {
      return false
    }
    return true
  }

  private static func contains(
    _ bytes: borrowing Span<UInt8>,
    _ line: Range<Int>,
    _ mark: String
  ) -> Bool {
    line.contains { begins(bytes, $0..<line.upperBound, mark) }
  }

  private static func behind(
    _ commas: Int,
    _ bytes: borrowing Span<UInt8>,
    _ line: Range<Int>
  ) -> Range<Int> {
    var left = commas
    var at = line.lowerBound
    while at < line.upperBound, left > 0 {
      if bytes[at] == UInt8(ascii: ",") { left -= 1 }
      at += 1
    }
    return at..<line.upperBound
  }

  /// Appends words without what stands between two marks; an opening mark alone is a word.
  private static func append(
    _ bytes: borrowing Span<UInt8>,
    _ range: Range<Int>,
    marks: (open: UInt8, close: UInt8),
    to text: inout MappedText
  ) {
    var at = range.lowerBound
    // Two kinds of marks: SRT files often bear those of ASS, too.
    let pairs = [marks, (UInt8(ascii: "{"), UInt8(ascii: "}"))]
    while at < range.upperBound {
      let byte = bytes[at]
      if let pair = pairs.first(where: { $0.0 == byte }),
        let close = (at..<range.upperBound).first(where: { bytes[$0] == pair.1 })
      {
        at = close + 1
      } else if byte == UInt8(ascii: "\\"), at + 1 < range.upperBound,
        bytes[at + 1] | 0x20 == UInt8(ascii: "n")
      {
        text.append([0x0A], standingFor: at)
        at += 2
      } else if byte == UInt8(ascii: "&"), let (decoded, end) = Entities.read(bytes, at) {
        text.append(decoded, standingFor: at)
        at = end
      } else {
        text.append(bytes, at..<at + 1)
        at += 1
      }
    }
  }
}
