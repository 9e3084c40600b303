internal import TrustMatch
internal import TrustText

extension Ruleset {
  /// Compiles packs that were read without mistakes. Deprecated rules are left out.
  ///
  /// - Complexity: linear in the packs' lengths, lists counted once for each way they are used.
  package init(_ packs: [Pack]) {
    var builder = ElementBuilder()
    var rules: [CompiledRule] = []
    var contexts: [CompiledContext] = []
    for pack in packs {
      let offset = contexts.count
      let known = pack.scopedContexts
      contexts += known.map { builder.context($0, in: pack) }
      let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.id, offset + $0) })
      for rule in pack.content.rules where rule.status != .deprecated {
        rules.append(builder.rule(rule, in: pack, contexts: places))
      }
    }
    self.init(builder, rules: rules, contexts: contexts)
  }

  private init(_ builder: ElementBuilder, rules: [CompiledRule], contexts: [CompiledContext]) {
    self.rules = rules
    self.contexts = contexts
    elements = builder.elements
    names = builder.names
    literalCount = builder.literals.count
    automaton = LiteralAutomaton(builder.literals)

    var setsOfLiteral = [[Int32]](repeating: [], count: literalCount)
    for (number, element) in builder.elements.enumerated() {
      guard case .words(let set) = element else { continue }
      for literal in set.literals { setsOfLiteral[Int(literal)].append(Int32(number)) }
    }
    wordSets = Rows(setsOfLiteral)

    var gates = GateBuilder(elements: builder.elements)
    var owners: [(rule: Int, pattern: Int)] = []
    var needed: [Int32] = []
    var patternsOfGate: [[Int32]] = []
    for (ruleNumber, rule) in rules.enumerated() {
      let company = rule.company.map { gates.gates(of: $0) } ?? []
      for (patternNumber, pattern) in rule.patterns.enumerated() {
        let required = gates.gates(of: pattern.element).union(company)
        let number = Int32(owners.count)
        owners.append((ruleNumber, patternNumber))
        needed.append(Int32(required.count))
        while patternsOfGate.count < gates.gates.count { patternsOfGate.append([]) }
        for gate in required { patternsOfGate[Int(gate)].append(number) }
      }
    }
    patternOwners = owners
    gatesNeeded = needed
    ungatedPatterns = needed.indices.filter { needed[$0] == 0 }.map(Int32.init)
    self.patternsOfGate = Rows(patternsOfGate)

    var gatesOfLiteral = [[Int32]](repeating: [], count: literalCount)
    for (number, literals) in gates.gates.enumerated() {
      for literal in literals { gatesOfLiteral[Int(literal)].append(Int32(number)) }
    }
    self.gatesOfLiteral = Rows(gatesOfLiteral)
  }
}

extension Pack {
  /// The pack's contexts and those it borrows and does not replace.
  fileprivate var scopedContexts: [ContextRule] {
    var seen: Set<String> = []
    return ([content] + used).flatMap(\.contexts).filter { seen.insert($0.id).inserted }
  }
}

extension ElementBuilder {
  fileprivate mutating func context(_ context: ContextRule, in pack: Pack) -> CompiledContext {
    let style = Style(edges: .cue, joinsWords: false)
    var before = context.before
    before.entries += context.either.entries
    var after = context.after
    after.entries += context.either.entries
    return CompiledContext(
      name: context.id, reach: context.reach, mayDrop: context.mayDrop,
      before: element(of: before, in: pack, style: style),
      after: element(of: after, in: pack, style: style),
      stops: element(of: context.stops, in: pack, style: style),
      notCues: element(of: context.notCues, in: pack, style: style),
      cancel: element(of: context.cancel, in: pack, style: style),
      within: context.within.map { 2 * $0 }, hitIn: context.hitIn, cueIn: context.cueIn)
  }

  fileprivate mutating func rule(
    _ rule: Rule, in pack: Pack, contexts: [String: Int]
  ) -> CompiledRule {
    let style = Style(edges: EdgeMode(rule.edges))
    func use(_ name: String) -> ContextUse {
      ContextUse(name: name, members: Self.members(of: name, in: pack).compactMap { contexts[$0] })
    }
    let conditions = rule.unless.compactMap { condition -> CompiledCondition? in
      let loose = Style(edges: .cue, joinsWords: false)
      switch condition {
      case .context(let name, _): return .context(use(name))
      case .inside(let words): return element(of: words, in: pack, style: loose).map { .inside($0) }
      case .near(let words, let unit):
        return element(of: words, in: pack, style: loose).map { .near($0, unit) }
      case .between(let words):
        return element(of: words, in: pack, style: loose).map { .between($0) }
      }
    }
    return CompiledRule(
      rule: rule,
      patterns: rule.patterns.map { find in
        CompiledPattern(
          element: element(of: find.pattern, in: pack, unit: rule.unit, style: style),
          replacement: find.replacement)
      },
      company: element(ofAny: rule.company, in: pack, unit: rule.companyUnit, style: style),
      conditions: conditions,
      soften: rule.soften.map(use),
      citations: rule.guidance.compactMap { pack.citation($0) })
  }

  /// The contexts that a name stands for: itself, or the members of a group, in order.
  private static func members(of name: String, in pack: Pack) -> [String] {
    guard let context = pack.context(name), !context.anyOf.isEmpty else { return [name] }
    return context.anyOf.flatMap { $0 == name ? [] : members(of: $0, in: pack) }
  }
}
