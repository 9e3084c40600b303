internal import TrustMatch
internal import TrustText

extension Ruleset {
  /// The rules of packs: as they were compiled before, or compiled now.
  ///
  /// - Throws: `PackError` if packs from a file of compiled ones are needed in full, and cannot be had.
  package static func compiled(_ packs: [Pack]) throws(PackError) -> Ruleset {
    if let known = try CompiledPacks.ruleset(of: packs) { return known }
    var inFull: [Pack] = []
    for pack in packs { inFull.append(try pack.inFull()) }
    return Ruleset(inFull)
  }

  /// Compiles packs that were read without mistakes.
  ///
  /// Deprecated rules are left out.
  ///
  /// - Complexity: linear in the packs' lengths, lists counted once for each way they are used.
  package init(_ packs: [Pack]) {
    var builder = ElementBuilder()
    var rules: [CompiledRule] = []
    var contexts: [CompiledContext] = []
    // A context that several packs borrow is compiled once.
    var known: [ContextKey: Int] = [:]
    for pack in packs {
      let running = pack.content.rules.filter { $0.status != .deprecated }
      var places: [String: Int] = [:]
      for name in Set(running.flatMap { $0.contextNames(in: pack) }).sorted() {
        guard let (context, scope) = pack.scope.context(name) else { continue }
        let key = ContextKey(scope: scope.id, name: name)
        if known[key] == nil {
          known[key] = contexts.count
          contexts.append(builder.context(context, in: scope))
        }
        places[name] = known[key]
      }
      rules += running.map { builder.rule($0, in: pack, contexts: places) }
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
    disguises = DisguiseFinder(builder.literals)

    var setsOfLiteral = [[Int32]](repeating: [], count: literalCount)
    for (number, element) in builder.elements.enumerated() {
      guard case .words(let set) = element else { continue }
      for literal in set.literals { setsOfLiteral[Int(literal)].append(Int32(number)) }
      disguises.look(for: set.disguises)
    }
    wordSets = Rows(setsOfLiteral)

    var gates = GateBuilder(elements: builder.elements, literals: builder.literals)
    var owners: [(rule: Int, pattern: Int)] = []
    var neededGates: [[Int32]] = []
    for (ruleNumber, rule) in rules.enumerated() {
      let company = rule.company.map { gates.gates(of: $0) } ?? []
      for (patternNumber, pattern) in rule.patterns.enumerated() {
        let required = gates.gates(of: pattern.element).union(company)
        owners.append((ruleNumber, patternNumber))
        neededGates.append(gates.rarestFirst(required))
      }
    }
    quickPass = QuickPass(
      literals: builder.literals,
      gates: gates.gates,
      patterns: neededGates
    )
    patternOwners = owners
    secondGates = neededGates.map { $0.dropFirst().first ?? $0.first ?? 0 }
    otherGates = Rows(neededGates.map { Array($0.dropFirst(2)) })
    ungatedPatterns = []
    var patternsOfGate = [[Int32]](repeating: [], count: gates.gates.count)
    for (pattern, needed) in neededGates.enumerated() {
      if let rarest = needed.first {
        patternsOfGate[Int(rarest)].append(Int32(pattern))
      } else {
        ungatedPatterns.append(Int32(pattern))
      }
    }
    self.patternsOfGate = Rows(patternsOfGate)

    var gatesOfLiteral = [[Int32]](repeating: [], count: literalCount)
    for (number, literals) in gates.gates.enumerated() {
      for literal in literals { gatesOfLiteral[Int(literal)].append(Int32(number)) }
    }
    self.gatesOfLiteral = Rows(gatesOfLiteral)
  }
}

/// What tells contexts apart.
private struct ContextKey: Hashable {
  var scope: String
  var name: String
}

extension Rule {
  /// The contexts that it names, groups taken apart.
  fileprivate func contextNames(in pack: Pack) -> [String] {
    let named = unless.compactMap { condition -> String? in
      if case .context(let name, _) = condition { name } else { nil }
    }
    return (named + soften).flatMap { pack.contextMembers(of: $0) }
  }
}

extension Pack {
  /// The contexts that a name stands for: itself, or the members of a group, in order.
  fileprivate func contextMembers(of name: String) -> [String] {
    guard let context = context(name), !context.anyOf.isEmpty else { return [name] }
    return context.anyOf.flatMap { $0 == name ? [] : contextMembers(of: $0) }
  }
}

extension ElementBuilder {
  private static let cue = Style(edges: .cue, joinsWords: false)

  fileprivate mutating func context(
    _ context: ContextRule,
    in scope: PackScope
  ) -> CompiledContext {
    var before = context.before
    before.entries += context.either.entries
    var after = context.after
    after.entries += context.either.entries
    return CompiledContext(
      name: context.id,
      reach: context.reach,
      mayDrop: context.mayDrop,
      before: element(of: before, in: scope, style: Self.cue),
      after: element(of: after, in: scope, style: Self.cue),
      stops: element(of: context.stops, in: scope, style: Self.cue),
      notCues: element(of: context.notCues, in: scope, style: Self.cue),
      cancel: element(of: context.cancel, in: scope, style: Self.cue),
      cancelUnit: context.cancelUnit,
      within: context.within.map { 2 * $0 },
      atLeast: context.atLeast,
      hitIn: context.hitIn,
      cueIn: context.cueIn
    )
  }

  fileprivate mutating func rule(
    _ rule: Rule,
    in pack: Pack,
    contexts: [String: Int]
  ) -> CompiledRule {
    let scope = pack.scope
    let style = Style(
      edges: EdgeMode(rule.edges),
      disguises: Disguises.alwaysOn.union(rule.disguises)
    )
    func use(_ name: String) -> ContextUse {
      ContextUse(name: name, members: pack.contextMembers(of: name).compactMap { contexts[$0] })
    }
    let conditions = rule.unless.compactMap { condition -> CompiledCondition? in
      switch condition {
      case .context(let name, _): return .context(use(name))
      case .inside(let words):
        return element(of: words, in: scope, style: Self.cue).map { .inside($0) }
      case .near(let words, let unit):
        return element(of: words, in: scope, style: Self.cue).map { .near($0, unit) }
      case .between(let words):
        return element(of: words, in: scope, style: Self.cue).map { .between($0) }
      }
    }
    let content = RuleText.Content(
      rule: rule,
      citations: rule.guidance.compactMap { pack.citation($0) }
    )
    return CompiledRule(
      id: rule.id,
      confidence: rule.confidence,
      patterns: rule.patterns.map { find in
        CompiledPattern(
          element: element(of: find.pattern, in: scope, unit: rule.unit, style: style)
        )
      },
      company: element(
        ofAny: rule.company.map(\.pattern),
        in: scope,
        unit: rule.companyUnit,
        style: style
      ),
      companyUnit: rule.companyUnit,
      conditions: conditions,
      soften: rule.soften.map(use),
      refusesSeparators: rule.refusesSeparators,
      text: RuleText { content }
    )
  }
}
