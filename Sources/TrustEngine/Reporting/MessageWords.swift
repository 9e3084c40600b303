import TrustRules

/// What may be filled into a message: `<match>`, `<suggestion>` and `<lexicon-name>`.
struct MessageWords {
  var match: String
  var suggestion: String?
  var parts: [String: String]

  /// A message with its placeholders filled in both languages.
  func fill(_ message: Localized) -> Localized {
    Localized(zh: fill(message.zh), en: fill(message.en))
  }

  /// A name that nothing was found for stands for the whole match.
  private func fill(_ template: String) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ">"), Self.isName(rest[..<close]) else {
        // A sign of its own, as in "3 < 5".
        result += "<"
        continue
      }
      let name = String(rest[..<close])
      switch name {
      case "match": result += match
      case "suggestion": result += suggestion ?? match
      default: result += parts[name] ?? match
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
