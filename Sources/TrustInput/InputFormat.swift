/// The formats of content that are read, once it is unpacked.
package enum InputFormat: String, Sendable, CaseIterable {
  /// A JSON object a line.
  case jsonl
  /// JSON objects one behind the other, in an array, or in an array within an object.
  case json
  case csv
  case tsv
  case text
  case markdown
  case html
  case srt
  case vtt
  case ass
  /// The text part of a Word document.
  case docx

  /// The format that the end of a file's name promises, or `nil`.
  ///
  /// Ends that stand for packing are to be cut off before.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "jsonl", "ndjson", "jl", "jsonlines": self = .jsonl
    case "json": self = .json
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "txt", "text", "log": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "srt": self = .srt
    case "vtt": self = .vtt
    case "ass", "ssa": self = .ass
    case "docx", "docm": self = .docx
    default: return nil
    }
  }

  /// The format that content looks like; `head` is UTF-8.
  ///
  /// - Complexity: Linear in the head.
  init(guessedFrom head: ArraySlice<UInt8>) {
    let text = head.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    switch text.first {
    case UInt8(ascii: "{"): self = Self.isWholeInLine(text) ? .jsonl : .json
    case UInt8(ascii: "["):
      let inside = text.dropFirst().drop { $0 == 0x20 || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 }
      self = inside.first == UInt8(ascii: "{") ? .json : .text
    case UInt8(ascii: "<"): self = Self.isMarkup(text) ? .html : .text
    case UInt8(ascii: "W") where text.starts(with: Array("WEBVTT".utf8)): self = .vtt
    default: self = .text
    }
  }

  /// Whether an object is likely to end in the line in which it starts.
  private static func isWholeInLine(_ text: ArraySlice<UInt8>) -> Bool {
    guard let end = text.firstIndex(of: UInt8(ascii: "\n")) else { return true }
    let last = text[..<end].last { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
    return last == UInt8(ascii: "}")
  }

  private static func isMarkup(_ text: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: text.prefix(15), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { start.hasPrefix($0) }
  }
}
