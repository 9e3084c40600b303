internal import TrustMatch
package import TrustText

extension Ruleset {
  /// Reads a ruleset.
  ///
  /// - Complexity: O(n), nearly all of it copying; no rule's words are read.
  package init(from reader: inout BinaryReader) throws(BinaryDamage) {
    literalCount = try reader.int(below: 1 << 31)
    automaton = try LiteralAutomaton(from: &reader, literals: literalCount)
    disguises = try DisguiseFinder(from: &reader, literals: literalCount)
    quickPass = try reader.bool() ? QuickPass(from: &reader) : nil
    names = try reader.textList()
    elements = try [Element](from: &reader, names: names.count)
    wordSets = try Rows(from: &reader, count: literalCount, below: elements.count)
    contexts = []
    for _ in 0..<(try reader.int(below: 1 << 24)) {
      contexts.append(try CompiledContext(from: &reader, elements: elements.count))
    }
    let ruleCount = try reader.int(below: 1 << 24)
    let texts = try PackedRuleTexts(from: &reader, count: ruleCount)
    rules = []
    patternOwners = []
    for number in 0..<ruleCount {
      let rule = try CompiledRule(from: &reader, elements: elements.count, contexts: contexts.count)
      {
        texts.content(of: number, $0)
      }
      patternOwners += rule.patterns.indices.map { (number, $0) }
      rules.append(rule)
    }
    ungatedPatterns = try reader.array(below: patternOwners.count)
    patternsOfGate = try Rows(from: &reader, below: patternOwners.count)
    secondGates = try reader.array(
      count: patternOwners.count,
      below: max(1, patternsOfGate.count)
    )
    otherGates = try Rows(from: &reader, count: patternOwners.count, below: patternsOfGate.count)
    gatesOfLiteral = try Rows(from: &reader, count: literalCount, below: patternsOfGate.count)
  }

  /// Writes the ruleset.
  package func write(to writer: inout BinaryWriter) {
    writer.write(literalCount)
    automaton.write(to: &writer)
    disguises.write(to: &writer)
    writer.write(quickPass != nil)
    quickPass?.write(to: &writer)
    writer.write(names)
    elements.write(to: &writer)
    wordSets.write(to: &writer)
    writer.write(contexts.count)
    for context in contexts { context.write(to: &writer) }
    writer.write(rules.count)
    PackedRuleTexts.write(rules.map(\.text.content), to: &writer)
    for rule in rules { rule.write(to: &writer) }
    writer.write(ungatedPatterns)
    patternsOfGate.write(to: &writer)
    writer.write(secondGates)
    otherGates.write(to: &writer)
    gatesOfLiteral.write(to: &writer)
  }
}
