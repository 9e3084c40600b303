internal import TrustText

/// Reads one rule.
enum RuleReader {
  private static let keys = [
    "id", "category", "kind", "severity", "confidence", "status", "find", "in", "swap", "with",
    "with-in", "unless", "soften", "message", "suggest", "guidance", "edges", "fold", "tags",
    "review-by", "renamed-from", "examples",
  ]
  private static let mostPatterns = 64

  static func rule(_ node: SourceNode, pack: String, _ reader: inout NodeReader) -> Rule? {
    let fields = reader.fields(of: node, known: keys, what: "a rule")
    guard let idNode = fields["id"] else {
      reader.report("missing-key", at: node.mark, "the rule has no “id”")
      return nil
    }
    guard let name = reader.identifier(idNode) else { return nil }
    let what = "the rule “\(name)”"

    for key in ["category", "kind", "severity", "message", "guidance", "examples"]
    where fields[key] == nil {
      let code = ["guidance", "examples"].contains(key) ? "missing-\(key)" : "missing-key"
      reader.report(code, at: idNode.mark, "\(what) has no “\(key)”")
    }
    let category = category(fields["category"], &reader)
    let empty = Localized(zh: "", en: "")
    let sources = reader.names(fields["guidance"], what: "guidance")
    var rule = Rule(
      id: Rule.ID(pack: pack, name: name),
      category: category,
      kind: kind(fields["kind"], of: category, &reader),
      severity: reader.choice(
        fields["severity"],
        among: Severity.allCases.map { ($0.name, $0) },
        what: "severity"
      )
        ?? .info,
      confidence: reader.number(fields["confidence"], in: 0...1, what: "confidence") ?? 0.7,
      status: reader.choice(fields["status"], Rule.Status.self, what: "status") ?? .test,
      message: reader.localized(fields["message"], what: "message") ?? empty,
      suggestion: reader.localized(fields["suggest"], what: "suggest"),
      guidance: sources.map(\.name),
      tags: reader.names(fields["tags"], what: "tags").map(\.name),
      reviewBy: reader.text(fields["review-by"], what: "review-by"),
      renamedFrom: reader.names(fields["renamed-from"], what: "renamed-from").map(\.name),
      mark: idNode.mark
    )
    readPatterns(fields, at: idNode.mark, &rule, &reader)
    rule.company = reader.patterns(fields["with"], what: "with")
    rule.companyUnit = reader.unit(fields["with-in"], what: "with-in") ?? .sentence
    rule.unless = conditions(fields["unless"], &reader)
    let softeners = reader.names(fields["soften"], what: "soften")
    rule.soften = softeners.map(\.name)
    rule.softenMarks = softeners.map(\.mark)
    rule.guidanceMarks = sources.map(\.mark)
    rule.edges = reader.choice(fields["edges"], Rule.Edges.self, what: "edges") ?? .word
    readFolding(fields["fold"], &rule, &reader)
    rule.examples = ExampleReader.examples(fields["examples"], &reader)
    return rule
  }

  private static func readFolding(
    _ node: SourceNode?,
    _ rule: inout Rule,
    _ reader: inout NodeReader
  ) {
    let optional = Disguises.named.filter { Disguises.optional.contains($0.disguise) }
    let known = ["no-separators"] + optional.map(\.name)
    for (name, mark) in reader.names(node, what: "fold") {
      if name == known[0] {
        rule.refusesSeparators = true
      } else if let disguise = optional.first(where: { $0.name == name })?.disguise {
        rule.disguises.insert(disguise)
      } else {
        reader.report(
          "bad-value",
          at: mark,
          "fold cannot be “\(name)”",
          hint: NearestName.hint(name, in: known) ?? known.joined(separator: ", ")
        )
      }
    }
  }

  /// A category; a name that is nearly a core one is taken for a slip.
  private static func category(_ node: SourceNode?, _ reader: inout NodeReader) -> Category {
    let name = reader.text(node, what: "category") ?? ""
    let category = Category(name: name)
    if let node, !Category.core.contains(category),
      let near = NearestName.of(name, in: Category.core.map(\.name))
    {
      reader.report(
        "bad-value",
        at: node.mark,
        "category cannot be “\(name)”",
        hint: "did you mean “\(near)”?"
      )
    }
    return category
  }

  private static func kind(
    _ node: SourceNode?,
    of category: Category,
    _ reader: inout NodeReader
  ) -> String {
    guard let kinds = category.kinds else { return reader.text(node, what: "kind") ?? "" }
    return reader.choice(node, among: kinds.map { ($0, $0) }, what: "kind of \(category.name)")
      ?? ""
  }

  private static func readPatterns(
    _ fields: [String: SourceNode],
    at mark: Mark,
    _ rule: inout Rule,
    _ reader: inout NodeReader
  ) {
    switch (fields["find"], fields["swap"]) {
    case (let find?, nil):
      rule.patterns = reader.patterns(find, what: "find").map {
        FindPattern(pattern: $0.pattern, mark: $0.mark)
      }
    case (nil, let swap?):
      for (language, key, pairs) in reader.entries(of: swap, what: "swap") {
        guard ["zh", "en"].contains(language) else {
          reader.report(
            "unknown-key",
            at: key.mark,
            "swap has no language “\(language)”",
            hint: "zh or en"
          )
          continue
        }
        rule.patterns += swaps(pairs, &reader)
      }
    default:
      reader.report(
        "missing-key",
        at: mark,
        "the rule “\(rule.id.name)” needs either “find” or “swap”"
      )
    }
    rule.unit = reader.unit(fields["in"], what: "in") ?? .sentence
    if rule.patterns.count > mostPatterns, fields["swap"] == nil {
      reader.report(
        "limit-exceeded",
        at: mark,
        "\(rule.patterns.count) patterns; a rule has at most \(mostPatterns)",
        hint: "put the words into a lexicon, or split the rule"
      )
    }
  }

  private static func swaps(_ node: SourceNode, _ reader: inout NodeReader) -> [FindPattern] {
    guard let map = node.map else {
      reader.report("wrong-type", at: node.mark, "swap must be a map from phrase to phrase")
      return []
    }
    return map.compactMap { key, value in
      guard let phrase = reader.text(key, what: "a phrase"),
        let better = reader.text(value, what: "the better phrase"),
        let pattern = reader.pattern(phrase, at: key.mark)
      else { return nil }
      return FindPattern(pattern: pattern, mark: key.mark, replacement: better)
    }
  }

  // MARK: - Conditions

  private static func conditions(
    _ node: SourceNode?,
    _ reader: inout NodeReader
  ) -> [Condition] {
    guard let node else { return [] }
    guard let items = node.list else {
      return reader.names(node, what: "unless").map { .context($0.name, $0.mark) }
    }
    return items.flatMap { item -> [Condition] in
      guard item.map != nil else {
        return reader.names(item, what: "unless").map { .context($0.name, $0.mark) }
      }
      return condition(item, &reader).map { [$0] } ?? []
    }
  }

  private static func condition(_ node: SourceNode, _ reader: inout NodeReader) -> Condition? {
    let fields = reader.fields(
      of: node,
      known: ["inside", "near", "between", "in"],
      what: "a condition"
    )
    if let inside = fields["inside"] { return .inside(reader.words(inside, what: "inside")) }
    if let between = fields["between"] { return .between(reader.words(between, what: "between")) }
    if let near = fields["near"] {
      return .near(
        reader.words(near, what: "near"),
        reader.unit(fields["in"], what: "in") ?? .sentence
      )
    }
    reader.report(
      "missing-key",
      at: node.mark,
      "a condition is “inside”, “near”, “between” or a context's name"
    )
    return nil
  }
}
