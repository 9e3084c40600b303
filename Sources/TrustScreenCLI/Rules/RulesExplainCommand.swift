internal import ArgumentParser
internal import TrustEngine
internal import TrustRules

/// `rules explain`: why a rule does or does not flag a text.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells step by step what a rule makes of a text.",
    discussion: """
      EXAMPLES
        trustscreen rules explain ingest.bleach '喝漂白水不能治新冠'
        trustscreen rules explain my-pack/remedy.garlic 'Garlic cures flu' --packs my-pack.yaml
      """
  )

  @Argument(help: "The rule, as pack/rule or rule.")
  var rule: String

  @Argument(help: "The text; - is standard input.")
  var text: String

  @OptionGroup var language: LanguageOption
  @OptionGroup var packs: ScreenerOptions

  func run() throws {
    let screener = try packs.screener()
    let known = screener.rules.map(\.id)
    let matching = known.filter { $0.description == rule || $0.name == rule }
    guard let id = matching.first else {
      let hint = NearestName.hint(rule, in: known.flatMap { [$0.name, $0.description] })
      throw ValidationError("there is no rule “\(rule)”\(hint.map { "; \($0)" } ?? "")")
    }
    let source =
      text == "-" ? String(decoding: try InputFile.read("-").bytes, as: UTF8.self) : text
    guard let trace = screener.explain(id, in: source) else { return }
    for step in trace.steps { Console.write(step[language.code] + "\n") }
  }
}
