internal import TrustRules

/// Checks on examples: that they are there, come out right, and prove the rule.
enum ExampleLints {
  /// `missing-examples`: a flag line in each language, a pass line for each condition, and a
  /// softened line for each softener.
  static func missing(_ pack: Pack) -> [PackError.Issue] {
    pack.rules.flatMap { rule -> [PackError.Issue] in
      var missing: [String] = []
      let flagged = rule.examples.filter { $0.expectation == .flag }.map(\.text)
      if !flagged.contains(where: \.hasHan) { missing.append("a flag line in Chinese") }
      if !flagged.contains(where: { !$0.hasHan }) { missing.append("a flag line in English") }
      for condition in rule.unless {
        let names = pack.members(of: condition.name)
        let isProved = rule.examples.contains { example in
          if case .pass(let reason) = example.expectation { names.contains(reason) } else { false }
        }
        if !isProved { missing.append("a pass line for “\(condition.name)”") }
      }
      for name in rule.soften {
        let names = pack.members(of: name)
        let isProved = rule.examples.contains { example in
          if case .softened(let by) = example.expectation { names.contains(by) } else { false }
        }
        if !isProved { missing.append("a softened line for “\(name)”") }
      }
      guard !missing.isEmpty else { return [] }
      return [
        PackError.Issue(
          "missing-examples",
          at: rule.mark,
          "the rule “\(rule.id.name)” has no \(missing.joined(separator: ", no "))",
          hint: "write the post that shows it, in your own words"
        )
      ]
    }
  }

  /// `example-failed`, `wrong-span`, `wrong-reason` and `todo-done`.
  static func failed(_ tester: RuleTester) -> [PackError.Issue] {
    tester.pack.rules.flatMap { rule in
      tester.failures(of: rule).map { failure in
        PackError.Issue(
          failure.code,
          at: failure.example.mark,
          "\(rule.id.name): “\(failure.example.text)” \(failure.message)",
          hint: "trustscreen rules explain \(rule.id) “…” shows why",
          isWarning: failure.code == "todo-done"
        )
      }
    }
  }

  /// `vacuous-pass`: a post that passes only because nothing of the rule is in it.
  static func vacuous(_ tester: RuleTester) -> [PackError.Issue] {
    tester.pack.rules.flatMap { rule in
      let literals = Set(rule.patterns.flatMap { tester.pack.literals(of: $0.pattern) })
      return rule.examples.compactMap { example -> PackError.Issue? in
        guard case .pass(let reason) = example.expectation, reason != "no-match" else { return nil }
        let folded = example.text.folded
        guard !literals.contains(where: { folded.contains($0) }) else { return nil }
        return PackError.Issue(
          "vacuous-pass",
          at: example.mark,
          "“\(example.text)” has no word of the rule",
          hint: "move it to “no-match”, or write one that comes close",
          isWarning: true
        )
      }
    }
  }

  /// `unproven-clause`: a part whose loss no example notices.
  static func unproven(_ tester: RuleTester) -> [PackError.Issue] {
    let deletion = ClauseDeletion(tester: tester)
    return tester.pack.rules.flatMap { rule in
      deletion.unproven(in: rule).map { clause in
        PackError.Issue(
          "unproven-clause",
          at: rule.mark,
          "\(rule.id.name): without “\(clause)” every example still comes out the same",
          hint: "add an example that needs it, or take it out",
          isWarning: true
        )
      }
    }
  }
}
