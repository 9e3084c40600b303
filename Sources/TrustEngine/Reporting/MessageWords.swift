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
    while let open = rest.firstIndex(of: "<"),
      let close = rest[open...].firstIndex(of: ">")
    {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      switch name {
      case "match": result += match
      case "suggestion": result += suggestion ?? match
      default: result += parts[name] ?? match
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
