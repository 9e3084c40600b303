internal import ArgumentParser
internal import TrustRuleChecks
internal import TrustRuleFiles
internal import TrustRules

/// `rules test`: the examples that stand beside the rules.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the examples of rules, each with its span and its reason.",
    discussion: """
      Also takes each clause out of each rule and runs the examples again: a clause whose loss \
      no example notices is listed as unproven.

      EXAMPLES
        trustscreen rules test rules
        trustscreen rules test rules --todo
      """
  )

  @OptionGroup var authored: AuthoredPacks

  @Flag(name: .long, help: "List the known gaps (todo-flag, todo-pass).")
  var todo = false

  @Flag(name: .long, inversion: .prefixedNo, help: "Try whether each clause matters to an example.")
  var proof = true

  func run() throws {
    var failed = 0
    for result in try authored.read() {
      let printer = IssuePrinter(sources: result.sources)
      let errors = result.issues.filter { !$0.isWarning }
      for issue in errors { Console.note(printer.text(issue)) }
      failed += errors.count
      guard let pack = result.pack, errors.isEmpty else { continue }
      failed += try test(pack, printer)
    }
    if failed > 0 { throw ExitStatus.misuse }
  }

  private func test(_ pack: Pack, _ printer: IssuePrinter) throws -> Int {
    let check = try PackCheck(pack, provesClauses: proof)
    for issue in check.failures { Console.write(printer.text(issue) + "\n") }
    if proof {
      for issue in check.unproven { Console.write(printer.text(issue) + "\n") }
    }
    if todo {
      for example in check.todos {
        Console.write("todo \(example.mark.file):\(example.mark.line): \(example.text)\n")
      }
    }
    let errors = check.failures.count { !$0.isWarning }
    Console.write(
      "\(pack.id): \(pack.rules.count) rules, \(check.exampleCount) examples, \(errors) failed, "
        + "\(check.todos.count) known gaps; \(check.coverage.used) of \(check.coverage.all) entries "
        + "stand in an example"
        + (proof ? "; \(check.unproven.count) clauses unproven" : "") + "\n"
    )
    return errors
  }
}
