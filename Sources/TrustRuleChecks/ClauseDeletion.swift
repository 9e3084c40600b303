internal import TrustEngine
internal import TrustRules

/// Asks of each part of a rule whether any example would notice its loss.
struct ClauseDeletion {
  let tester: RuleTester

  /// The parts of a rule that no example proves, in words.
  ///
  /// A part is taken out of the compiled rule and all examples are run again; if they still come
  /// out right, the part is unproven.
  func unproven(in rule: Rule) -> [String] {
    guard let number = tester.number(of: rule), tester.failures(of: rule).isEmpty else { return [] }
    var unproven: [String] = []
    for (index, condition) in rule.unless.enumerated() where rule.unless.count > 0 {
      let survives = tester.passes(rule) { $0.rules[number].dropCondition(index) }
      if survives { unproven.append("unless: \(condition.name)") }
    }
    for (index, name) in rule.soften.enumerated()
    where tester.passes(rule, altered: { $0.rules[number].soften.remove(at: index) }) {
      unproven.append("soften: \(name)")
    }
    if rule.patterns.count > 1 {
      for (index, find) in rule.patterns.enumerated()
      where tester.passes(rule, altered: { $0.close(pattern: index, ofRule: number) }) {
        unproven.append("find: \(find.pattern.source)")
      }
    }
    return unproven
  }
}

extension CompiledRule {
  /// Takes out a condition; those with no words at all were never compiled.
  fileprivate mutating func dropCondition(_ index: Int) {
    guard conditions.indices.contains(index) else { return }
    conditions.remove(at: index)
  }
}

extension Ruleset {
  /// Lets a pattern never match: no gate leads to it.
  fileprivate mutating func close(pattern: Int, ofRule rule: Int) {
    for index in patternOwners.indices
    where patternOwners[index].rule == rule && patternOwners[index].pattern == pattern {
      patternsOfGate.removeAll(Int32(index))
      ungatedPatterns.removeAll { $0 == Int32(index) }
    }
  }
}

extension Condition {
  /// What an author calls it.
  var name: String {
    switch self {
    case .context(let name, _): name
    case .inside: "inside"
    case .near: "near"
    case .between: "between"
    }
  }
}
