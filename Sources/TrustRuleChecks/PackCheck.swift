package import TrustRules

/// What the examples of a pack show.
package struct PackCheck {
  /// Examples that do not come out as written.
  package let failures: [PackError.Issue]
  /// Clauses whose loss no example notices.
  package let unproven: [PackError.Issue]
  /// Known gaps.
  package let todos: [Example]
  package let exampleCount: Int
  package let coverage: (used: Int, all: Int)

  /// Runs all examples.
  ///
  /// - Throws: `PackError` if the pack cannot be compiled.
  package init(_ pack: Pack, provesClauses: Bool) throws(PackError) {
    let tester = try RuleTester(pack)
    let examples = pack.rules.flatMap(\.examples)
    failures = ExampleLints.failed(tester)
    unproven = provesClauses ? ExampleLints.unproven(tester) : []
    todos = examples.filter { [.todoFlag, .todoPass].contains($0.expectation) }
    exampleCount = examples.count
    coverage = pack.coverage()
  }
}
