package import TrustText

/// What packs are made of: texts in two languages, patterns, words and units.
extension NodeReader {
  /// A text in both languages; reports one that is missing.
  package mutating func localized(
    _ fields: [String: SourceNode],
    at mark: Mark,
    what: String
  ) -> Localized? {
    let zh = text(fields["zh"], what: "\(what) in zh")
    let en = text(fields["en"], what: "\(what) in en")
    guard let zh, let en, !zh.isEmpty, !en.isEmpty else {
      report(
        "missing-language",
        at: mark,
        "\(what) needs a text in zh and one in en",
        hint: "add the line “\(zh == nil ? "zh" : "en"): …”"
      )
      return nil
    }
    return Localized(zh: zh, en: en)
  }

  /// A node that is a map with `zh` and `en`.
  package mutating func localized(_ node: SourceNode?, what: String) -> Localized? {
    guard let node else { return nil }
    return localized(fields(of: node, known: ["zh", "en"], what: what), at: node.mark, what: what)
  }

  /// Words: a list, or lists by language.
  package mutating func words(_ node: SourceNode?, what: String) -> Words {
    guard let node else { return Words() }
    var words = Words()
    if node.map == nil {
      words.entries = entries(node, language: "any", what: what)
    } else {
      let fields = fields(of: node, known: ["zh", "en", "any", "edges"], what: what)
      words.edges = choice(fields["edges"], Rule.Edges.self, what: "edges")
      for language in ["zh", "en", "any"] {
        guard let list = fields[language] else { continue }
        words.entries += entries(list, language: language, what: what)
      }
    }
    if words.entries.count > Self.mostEntries {
      report(
        "limit-exceeded",
        at: node.mark,
        "\(what) has \(words.entries.count) entries; at most \(Self.mostEntries)",
        hint: "split it into several lists"
      )
    }
    for entry in words.entries where entry.pattern.operands.count > 1 {
      report(
        "bad-pattern",
        at: entry.mark,
        "an entry cannot hold “&”: “\(entry.pattern.source)”",
        hint: "write it as a sequence with “...”, or as a pattern of the rule"
      )
    }
    return words
  }

  private static let mostEntries = 50_000

  private mutating func entries(
    _ node: SourceNode,
    language: String,
    what: String
  ) -> [Words.Entry] {
    listItems(node, what: what).compactMap { text, mark in
      pattern(text, at: mark).map { Words.Entry(pattern: $0, language: language, mark: mark) }
    }
  }

  /// A pattern: text, a list of them, or lists by language.
  package mutating func patterns(_ node: SourceNode?, what: String) -> [PlacedPattern] {
    guard let node else { return [] }
    switch node.content {
    case .text(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .compactMap { number, line in
          let mark = Mark(
            file: node.mark.file,
            line: node.mark.line + (node.isBlock ? number : 0),
            column: node.mark.column
          )
          let source = String(line).trimmed
          return source.isEmpty ? nil : placed(source, at: mark)
        }
    case .list(let items):
      return items.compactMap { item in
        text(item, what: "a pattern of \(what)").flatMap { placed($0, at: item.mark) }
      }
    case .map:
      let fields = fields(of: node, known: ["zh", "en", "any"], what: what)
      return ["zh", "en", "any"].flatMap { patterns(fields[$0], what: what) }
    }
  }

  private mutating func placed(_ source: String, at mark: Mark) -> PlacedPattern? {
    pattern(source, at: mark).map { PlacedPattern(pattern: $0, mark: mark) }
  }

  /// One pattern from text.
  package mutating func pattern(_ text: String, at mark: Mark) -> Pattern? {
    do {
      return try PatternParser.parse(text)
    } catch {
      report(
        error.isLimit ? "limit-exceeded" : "bad-pattern",
        at: mark.advanced(by: error.column),
        "in “\(text)”: \(error.message)",
        hint: error.hint
      )
      return nil
    }
  }

  /// A unit by its name.
  package mutating func unit(_ node: SourceNode?, what: String) -> Unit? {
    choice(node, Unit.self, what: what)
  }
}
