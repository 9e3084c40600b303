internal import TrustEngine
package import TrustRules
internal import TrustText

/// Runs the examples that stand beside the rules of a pack.
package struct RuleTester {
  /// The pack under test.
  package let pack: Pack
  private let screener: Screener
  /// The same rules without the company they require, to tell why an example passes.
  private let withoutCompany: Screener
  /// The same rules without word edges.
  private let withoutEdges: Screener
  /// For each name that a rule uses, the contexts it stands for.
  private let members: [String: Set<String>]

  /// Compiles the pack.
  ///
  /// - Throws: `PackError` if it cannot be compiled.
  package init(_ pack: Pack) throws(PackError) {
    self.pack = pack
    screener = try Screener(packs: [pack])
    withoutCompany = try Screener(packs: [pack.altered { $0.company = [] }])
    withoutEdges = try Screener(packs: [pack.altered { $0.edges = .loose }])
    var members: [String: Set<String>] = [:]
    for name in pack.contextNames { members[name] = pack.members(of: name) }
    self.members = members
  }

  /// An example that does not come out as its author says.
  package struct Failure: Sendable {
    package var rule: Rule.ID
    package var example: Example
    /// `example-failed`, `wrong-span` or `wrong-reason`.
    package var code: String
    package var message: String
  }

  /// The failures of a rule's examples.
  package func failures(of rule: Rule) -> [Failure] {
    rule.examples.compactMap { failure(of: $0, of: rule) }
  }

  /// Whether all examples of a rule come out right when the compiled rules are altered.
  package func passes(_ rule: Rule, altered alter: (inout Ruleset) -> Void) -> Bool {
    let altered = screener.altered(alter)
    return rule.examples.allSatisfy { example in
      Result(of: rule, in: altered.screen(example.text)).meets(example, rule, members, self) == nil
    }
  }

  /// The number of a rule among the compiled ones.
  package func number(of rule: Rule) -> Int? {
    screener.ruleset.rules.firstIndex { $0.id == rule.id }
  }

  private func failure(of example: Example, of rule: Rule) -> Failure? {
    let result = Result(of: rule, in: screener.screen(example.text))
    guard let (code, message) = result.meets(example, rule, members, self) else { return nil }
    return Failure(rule: rule.id, example: example, code: code, message: message)
  }

  /// Whether a post would pass if the rule had no other conditions than those named.
  ///
  /// Several may
  /// hold at once, and the report names only the first.
  fileprivate func isSaved(_ rule: Rule, _ text: String, byNothingBut names: Set<String>) -> Bool {
    guard let number = number(of: rule) else { return false }
    let altered = screener.altered { ruleset in
      ruleset.rules[number].conditions.removeAll { condition in
        guard case .context(let use) = condition else { return true }
        let members = use.members.filter { names.contains(ruleset.contexts[$0].name) }
        return members.isEmpty
      }
      for index in ruleset.rules[number].conditions.indices {
        guard case .context(var use) = ruleset.rules[number].conditions[index] else { continue }
        use.members.removeAll { !names.contains(ruleset.contexts[$0].name) }
        ruleset.rules[number].conditions[index] = .context(use)
      }
    }
    return Result(of: rule, in: altered.screen(text)).findings.isEmpty
  }

  fileprivate func findsWithoutCompany(_ rule: Rule, _ text: String) -> Bool {
    !Result(of: rule, in: withoutCompany.screen(text)).isSilent
  }

  fileprivate func findsWithoutEdges(_ rule: Rule, _ text: String) -> Bool {
    !Result(of: rule, in: withoutEdges.screen(text)).isSilent
  }
}

/// What one rule made of one text.
private struct Result {
  let findings: [Finding]
  let suppressed: [Suppressed]

  init(of rule: Rule, in report: Report) {
    findings = report.findings.filter { $0.rule == rule.id }
    suppressed = report.suppressed.filter { $0.finding.rule == rule.id }
  }

  var isSilent: Bool { findings.isEmpty && suppressed.isEmpty }

  /// What is not as an example says, as a code and a message; `nil` if all is.
  func meets(
    _ example: Example,
    _ rule: Rule,
    _ members: [String: Set<String>],
    _ tester: RuleTester
  ) -> (code: String, message: String)? {
    switch example.expectation {
    case .flag: return meetsFlag(example)
    case .softened(let name):
      let names = members[name] ?? [name]
      guard let finding = findings.first else {
        return (
          "example-failed", "is not flagged\(savedBy); it should be flagged and softened by \(name)"
        )
      }
      return names.isDisjoint(with: finding.softenedBy)
        ? ("wrong-reason", "is flagged but not softened by \(name)") : nil
    case .pass(let reason): return meetsPass(example, rule, reason, members, tester)
    case .todoFlag:
      return findings.isEmpty
        ? nil : ("todo-done", "is flagged now; move it to “flag”")
    case .todoPass:
      return findings.isEmpty ? ("todo-done", "passes now; move it to “pass”") : nil
    }
  }

  private var savedBy: String {
    suppressed.first.map { " because of \($0.by)" } ?? ""
  }

  private func meetsFlag(_ example: Example) -> (code: String, message: String)? {
    guard !findings.isEmpty else { return ("example-failed", "is not flagged\(savedBy)") }
    guard let span = example.span, !findings.contains(where: { $0.span.scalars == span }) else {
      return nil
    }
    let found = findings.compactMap { $0.span.range(in: example.text).map { example.text[$0] } }
    return ("wrong-span", "is flagged as “\(found.joined(separator: "”, “"))”")
  }

  private func meetsPass(
    _ example: Example,
    _ rule: Rule,
    _ reason: String,
    _ members: [String: Set<String>],
    _ tester: RuleTester
  ) -> (code: String, message: String)? {
    guard findings.isEmpty else {
      return ("example-failed", "is flagged; it should pass (\(reason))")
    }
    let because: String?
    switch reason {
    case "no-match": because = isSilent ? nil : "of \(suppressed[0].by)"
    case "with":
      because =
        isSilent && tester.findsWithoutCompany(rule, example.text)
        ? nil : "it has no words of the rule"
    case "edges":
      because =
        isSilent && tester.findsWithoutEdges(rule, example.text)
        ? nil : "it has no words of the rule"
    default:
      let names = members[reason] ?? [reason]
      let isSaved =
        suppressed.contains { names.contains($0.by) }
        || tester.isSaved(rule, example.text, byNothingBut: names)
      because =
        isSaved ? nil : suppressed.first.map { "of \($0.by)" } ?? "it has no words of the rule"
    }
    return because.map { ("wrong-reason", "passes because \($0), not because of \(reason)") }
  }
}

extension Pack {
  /// The pack with every rule altered.
  func altered(_ alter: (inout Rule) -> Void) -> Pack {
    var pack = self
    for index in pack.content.rules.indices { alter(&pack.content.rules[index]) }
    return pack
  }

  /// The contexts that a name stands for: itself, and the members of a group.
  func members(of name: String) -> Set<String> {
    guard let context = context(name) else { return [name] }
    return context.anyOf.reduce(into: [name]) { $0.formUnion(members(of: $1)) }
  }
}
