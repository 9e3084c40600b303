internal import ArgumentParser
internal import TrustEngine
internal import TrustRules

/// `rules list`: what would be run.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the rules with category, severity and message.",
    discussion: """
      EXAMPLES
        trustscreen rules list
        trustscreen rules list --category stigmatising-language --lang zh
        trustscreen rules list --sources
      """
  )

  @Option(name: .long, help: "Only rules of this category.")
  var category: String?

  @Flag(name: .long, help: "Also show the guidance behind each rule.")
  var sources = false

  @OptionGroup var language: LanguageOption
  @OptionGroup var packs: PackOptions

  func run() throws {
    let loaded = try packs.load()
    let rules = loaded.flatMap { pack in pack.rules.map { (pack, $0) } }
    let known = Set(rules.map { $0.1.category.name })
    if let category, !known.contains(category) {
      throw ValidationError(
        "no rule has the category “\(category)”; there are \(known.sorted().joined(separator: ", "))"
      )
    }
    for (pack, rule) in rules where category == nil || rule.category.name == category {
      let head = [
        rule.id.description, rule.category.name, rule.kind, rule.severity.name,
        "\(Int((rule.confidence * 100).rounded()))%", rule.status.rawValue,
      ]
      Console.write(head.joined(separator: "  ") + "\n")
      Console.write("    \(rule.message[language.code])\n")
      guard sources else { continue }
      for citation in rule.guidance.compactMap({ pack.citation($0) }) {
        let details = [citation.publisher, citation.date, citation.url].compactMap(\.self)
        Console.write(
          "    — \(citation.title[language.code]) (\(details.joined(separator: ", ")))\n"
        )
      }
    }
  }
}
