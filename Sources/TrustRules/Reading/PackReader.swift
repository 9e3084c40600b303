internal import TrustText

/// Turns the files of one pack into its content, and collects every mistake.
package struct PackReader {
  package private(set) var content = PackContent()
  private var reader = NodeReader()

  /// What was found wrong.
  package var issues: [PackError.Issue] { reader.issues }

  private static let headerKeys = ["trustscreen", "pack", "version", "uses", "default"]
  private static let blockKeys = ["guidance", "lexicons", "contexts", "rules"]

  /// Reads the files of a pack; the first one holds its header.
  ///
  /// - Complexity: linear in their length.
  package init(files: [SourceNode]) {
    guard let first = files.first else { return }
    let keys = Self.headerKeys + Self.blockKeys
    let opening = reader.fields(of: first, known: keys, what: "the pack")
    readHeader(opening, at: first.mark)
    readBlocks(opening)
    for file in files.dropFirst() {
      readBlocks(reader.fields(of: file, known: Self.blockKeys, what: "a file of the pack"))
    }
  }

  private mutating func readHeader(_ fields: [String: SourceNode], at mark: Mark) {
    if let format = reader.text(fields["trustscreen"], what: "trustscreen") {
      if format != "1" {
        reader.report(
          "bad-format",
          at: fields["trustscreen"]?.mark ?? mark,
          "this program reads packs of format 1, not “\(format)”"
        )
      }
    } else {
      reader.report("missing-key", at: mark, "the pack does not open with “trustscreen: 1”")
    }
    if let node = fields["pack"], let id = reader.identifier(node) {
      content.id = id
    } else if fields["pack"] == nil {
      reader.report("missing-key", at: mark, "the pack has no “pack:” id")
    }
    if let version = reader.text(fields["version"], what: "version") {
      content.version = version
    } else {
      reader.report(
        "missing-key",
        at: mark,
        "the pack has no “version:”",
        hint: "version: 2026.11.0"
      )
    }
    content.uses = reader.names(fields["uses"], what: "uses").map(\.name)
    content.isOnByDefault =
      reader.choice(fields["default"], among: [("on", true), ("off", false)], what: "default")
      ?? true
  }

  private mutating func readBlocks(_ fields: [String: SourceNode]) {
    if let node = fields["guidance"] {
      for entry in reader.entries(of: node, what: "guidance") { readCitation(entry) }
    }
    if let node = fields["lexicons"] {
      for (id, key, value) in reader.entries(of: node, what: "lexicons") {
        if let earlier = content.lexicons.first(where: { $0.id == id }) {
          reportRepeated("lexicon", id, at: key.mark, earlier.mark)
          continue
        }
        let words = reader.words(value, what: "the lexicon “\(id)”")
        content.lexicons.append(Lexicon(id: id, words: words, mark: key.mark))
      }
    }
    if let node = fields["contexts"] {
      for (id, key, value) in reader.entries(of: node, what: "contexts") {
        if let earlier = content.contexts.first(where: { $0.id == id }) {
          reportRepeated("context", id, at: key.mark, earlier.mark)
          continue
        }
        content.contexts.append(ContextReader.context(id, key.mark, value, &reader))
      }
    }
    if let node = fields["rules"] {
      guard let list = node.list else {
        reader.report("wrong-type", at: node.mark, "rules must be a list, not \(node.kind)")
        return
      }
      for item in list {
        guard let rule = RuleReader.rule(item, pack: content.id, &reader) else { continue }
        if let earlier = content.rules.first(where: { $0.id == rule.id }) {
          reader.report(
            "id-reused",
            at: item.mark,
            "the id “\(rule.id.name)” is taken",
            hint: "the other rule is at \(earlier.mark.file):\(earlier.mark.line)"
          )
        } else {
          content.rules.append(rule)
        }
      }
    }
  }

  private mutating func reportRepeated(
    _ kind: String,
    _ id: String,
    at mark: Mark,
    _ earlier: Mark
  ) {
    reader.report(
      "duplicate-key",
      at: mark,
      "the \(kind) “\(id)” stands twice",
      hint: "the other is at \(earlier.file):\(earlier.line)"
    )
  }

  private mutating func readCitation(_ entry: (id: String, key: SourceNode, value: SourceNode)) {
    let known = [
      "zh", "en", "publisher", "date", "url", "status", "as-of", "quote", "locator", "licence",
    ]
    let what = "the guidance “\(entry.id)”"
    let fields = reader.fields(of: entry.value, known: known, what: what)
    guard let title = reader.localized(fields, at: entry.value.mark, what: what) else { return }
    if content.guidance.contains(where: { $0.id == entry.id }) {
      reader.report(
        "duplicate-key",
        at: entry.key.mark,
        "\(what) stands twice",
        hint: "keep one of them"
      )
      return
    }
    content.guidance.append(
      Citation(
        id: entry.id,
        title: title,
        publisher: reader.text(fields["publisher"], what: "publisher"),
        date: reader.text(fields["date"], what: "date"),
        url: reader.text(fields["url"], what: "url"),
        status: reader.text(fields["status"], what: "status")
      )
    )
  }
}
