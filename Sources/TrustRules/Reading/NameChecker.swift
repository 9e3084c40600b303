/// Checks that what a pack names exists, and that nothing is made of itself.
struct NameChecker {
  private let pack: Pack
  private var reader = NodeReader()

  /// What is wrong with the pack's names.
  static func issues(of pack: Pack) -> [PackError.Issue] {
    var checker = NameChecker(pack: pack)
    checker.checkLexicons()
    checker.checkContexts()
    for rule in pack.content.rules { checker.check(rule) }
    return checker.reader.issues
  }

  private init(pack: Pack) {
    self.pack = pack
  }

  // MARK: - Lists

  private mutating func checkLexicons() {
    for lexicon in pack.content.lexicons {
      check(lexicon.words)
      if let cycle = cycle(through: lexicon.id, path: []) {
        reader.report(
          "lexicon-cycle",
          at: lexicon.mark,
          "the list “\(lexicon.id)” contains itself: \(cycle.joined(separator: " → "))",
          hint: "take one of the references out"
        )
      }
    }
  }

  private func cycle(through id: String, path: [String]) -> [String]? {
    if path.first == id { return path + [id] }
    guard !path.contains(id), let lexicon = pack.lexicon(id) else { return nil }
    for (name, _) in lexicon.words.entries.flatMap(\.pattern.lexicons) {
      if let found = cycle(through: name, path: path + [id]) { return found }
    }
    return nil
  }

  private mutating func check(_ words: Words) {
    for entry in words.entries { check(entry.pattern, at: entry.mark) }
  }

  private mutating func check(_ pattern: Pattern, at mark: Mark) {
    for (name, column) in pattern.lexicons where pack.lexicon(name) == nil {
      let names = pack.lexiconNames + BuiltIn.allCases.map(\.rawValue)
      reader.report(
        "unknown-lexicon",
        at: mark.advanced(by: column),
        "there is no list “\(name)”",
        hint: NearestName.hint(name, in: names) ?? "define it under “lexicons:”"
      )
    }
  }

  // MARK: - Contexts

  private mutating func checkContexts() {
    for context in pack.content.contexts {
      for words in [
        context.before, context.after, context.either, context.stops, context.notCues,
        context.cancel,
      ] {
        check(words)
      }
      for member in context.anyOf { checkContext(member, at: context.mark) }
      if isCyclic(context.id, path: []) {
        reader.report(
          "context-cycle",
          at: context.mark,
          "the group “\(context.id)” contains itself"
        )
      }
    }
  }

  private func isCyclic(_ id: String, path: [String]) -> Bool {
    if path.contains(id) { return true }
    return pack.context(id)?.anyOf.contains { isCyclic($0, path: path + [id]) } ?? false
  }

  private mutating func checkContext(_ name: String, at mark: Mark) {
    guard pack.context(name) == nil else { return }
    reader.report(
      "unknown-context",
      at: mark,
      "there is no context “\(name)”",
      hint: NearestName.hint(name, in: pack.contextNames) ?? "define it under “contexts:”"
    )
  }

  // MARK: - Rules

  private mutating func check(_ rule: Rule) {
    for find in rule.patterns { check(find.pattern, at: find.mark) }
    for company in rule.company { check(company.pattern, at: company.mark) }
    for condition in rule.unless {
      switch condition {
      case .context(let name, let mark): checkContext(name, at: mark)
      case .inside(let words), .near(let words, _), .between(let words): check(words)
      }
    }
    for (name, mark) in zip(rule.soften, rule.softenMarks) { checkContext(name, at: mark) }
    for (id, mark) in zip(rule.guidance, rule.guidanceMarks) where pack.citation(id) == nil {
      reader.report(
        "missing-guidance",
        at: mark,
        "the rule “\(rule.id.name)” cites “\(id)”, which is not defined",
        hint: NearestName.hint(id, in: pack.guidanceNames) ?? "define it under “guidance:”"
      )
    }
  }
}
