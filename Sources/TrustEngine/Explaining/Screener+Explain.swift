internal import TrustMatch
public import TrustRules
internal import TrustText

extension Screener {
  /// The walk of one rule over one text, or `nil` if the rule is not among those it runs.
  ///
  /// It is the walk that `screen` takes, told aloud.
  public func explain(_ rule: Rule.ID, in text: String) -> Trace? {
    guard let number = ruleset.rules.firstIndex(where: { $0.id == rule }) else { return nil }
    var explainer = Explainer(rulebook, rule: number, text: text)
    return Trace(steps: explainer.steps())
  }
}

/// Tells what one rule does on one text.
private struct Explainer: ~Copyable {
  private let ruleset: Ruleset
  private let number: Int
  private let source: [UInt8]
  private var matcher: FieldMatcher
  private var told: [Localized] = []

  init(_ rules: Rulebook, rule: Int, text: String) {
    ruleset = rules.ruleset
    number = rule
    let source = Array(text.utf8)
    var matcher = FieldMatcher()
    matcher.text.fold(source.span)
    var hits: [LiteralHit] = []
    ruleset.automaton.findLiterals(in: matcher.text.symbols, into: &hits)
    var reading = DisguiseFinder.Scratch()
    ruleset.disguises.findLiterals(
      in: matcher.text,
      of: source.span,
      by: ruleset.automaton,
      into: &hits,
      using: &reading
    )
    matcher.open(hits, of: source.span, rules: rules)
    self.source = source
    self.matcher = matcher
  }

  private var rule: CompiledRule { ruleset.rules[number] }

  mutating func steps() -> [Localized] {
    tellFolding()
    var matches: [Match] = []
    let verifier = Verifier(limit: .max)
    for pattern in rule.patterns.indices {
      tellParts(of: pattern)
      var found: [Match] = []
      verifier.findMatches(rule: number, pattern: pattern, in: &matcher, into: &found)
      for match in found {
        tell("  匹配：“\(words(match.range))”", "  match: “\(words(match.range))”")
      }
      matches += found
    }
    guard !matches.isEmpty else {
      tell("没有任何写法匹配，不标记。", "No pattern matches: not flagged.")
      return told
    }
    var outcomes: [Outcome] = []
    for match in matches {
      let judgement = Judge.judge(match, in: &matcher)
      outcomes.append(Outcome(match: match, judgement: judgement))
    }
    for outcome in Verifier.collapsed(outcomes) { tellOutcome(outcome) }
    return told
  }

  private mutating func tell(_ zh: String, _ en: String) { told.append(Localized(zh: zh, en: en)) }

  private mutating func tellFolding() {
    let folded = matcher.text.string(0..<matcher.text.count)
    tell("折叠后的文本：\(folded)", "Folded text: \(folded)")
  }

  /// A pattern is told of if any part of it is there; most patterns of a rule are not.
  private mutating func tellParts(of pattern: Int) {
    let element = rule.patterns[pattern].element
    let source = rule.source(of: pattern)
    var parts: [(ElementID, ArraySlice<Occurrence>)] = []
    for leaf in leaves(of: element) {
      let places = matcher.places(of: leaf)
      parts.append((leaf, matcher.store.occurrences[places.indices]))
    }
    guard parts.contains(where: { !$0.1.isEmpty }) else { return }
    tell("写法 \(source)", "Pattern \(source)")
    for (index, part) in parts.enumerated() {
      let found = part.1.map { "“\(words($0.range))”" }
      let list = found.isEmpty ? "—" : found.joined(separator: " ")
      tell(
        "  第 \(index + 1) 部分\(name(of: part.0))：\(list)",
        "  part \(index + 1)\(name(of: part.0)): \(list)"
      )
    }
  }

  /// The elements that a pattern joins.
  private func leaves(of element: ElementID) -> [ElementID] {
    switch ruleset.elements[Int(element)] {
    case .sequence(let steps): steps.flatMap { leaves(of: $0.element) }
    case .together(let operands, _): operands.flatMap { leaves(of: $0) }
    default: [element]
    }
  }

  private func name(of element: ElementID) -> String {
    guard case .named(let name, _) = ruleset.elements[Int(element)] else { return "" }
    return " <\(ruleset.names[Int(name)])>"
  }

  private mutating func tellOutcome(_ outcome: Outcome) {
    tell("判断“\(words(outcome.match.range))”：", "Judging “\(words(outcome.match.range))”:")
    for condition in rule.conditions {
      let held = Judge.holds(condition, for: outcome.match, in: &matcher)
      tellCondition(label(condition), held)
    }
    for use in rule.soften {
      let held = Judge.holds(use, for: outcome.match, in: &matcher)
      tellCondition("soften \(use.name)", held)
    }
    if let suppression = outcome.judgement.suppression {
      tell("结果：不标记，因为 \(suppression.name)。", "Result: not flagged, because of \(suppression.name).")
      return
    }
    let confidence = Scoring.confidence(
      rule.confidence,
      isSoftened: !outcome.judgement.softening.isEmpty,
      outcome.match.disguises(in: matcher.text)
    )
    let percent = "\(Int((confidence * 100).rounded()))%"
    let verdict =
      confidence >= 0.5
      ? Localized(zh: "标记", en: "flagged")
      : Localized(zh: "仅提示", en: "reported, too unsure to flag")
    tell("结果：\(verdict.zh)，把握 \(percent)。", "Result: \(verdict.en), \(percent) sure.")
  }

  private mutating func tellCondition(_ label: String, _ held: Judge.Held?) {
    guard let held else {
      tell("  \(label)：否", "  \(label): no")
      return
    }
    let cue = held.verdict.cue.map { "“\(words($0))”" } ?? ""
    let effect =
      held.mayDrop
      ? Localized(zh: "是", en: "yes") : Localized(zh: "是，仅降低把握", en: "yes, but only softens")
    tell(
      "  \(label)：\(effect.zh) \(held.verdict.name) \(cue)",
      "  \(label): \(effect.en) \(held.verdict.name) \(cue)"
    )
  }

  private func label(_ condition: CompiledCondition) -> String {
    switch condition {
    case .context(let use): "unless \(use.name)"
    case .inside: "unless inside"
    case .near(_, let unit): "unless near (\(unit.rawValue))"
    case .between: "unless between"
    }
  }

  private func words(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return String(decoding: source[matcher.text.bytes(of: range)], as: UTF8.self)
  }
}
