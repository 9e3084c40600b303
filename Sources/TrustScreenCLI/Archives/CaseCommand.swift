internal import ArgumentParser
public import TrustArchive

extension CaseFormat: ExpressibleByArgument {}

/// `case`: what is known of a post, to be handed on.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Prints the case file of a post: findings, guidance, account, near-identical posts.",
    discussion: """
      EXAMPLES
        trustscreen case 4567890 --db results/archive.sqlite
        trustscreen case '#17' --db all.sqlite --format html > case-17.html
      """
  )

  @Argument(help: "The post's id on its platform, or # and the database's number for it.")
  var id: String

  @Option(name: .long, help: "A database that scan --out made.", completion: .file())
  var db: String

  @Option(name: .long, help: "How to print it.")
  var format: CaseFormat = .text

  @OptionGroup var language: LanguageOption

  func run() throws {
    let file = try ArchiveFailure.shown { () throws(ArchiveError) in
      try CaseFile(id, in: try ArchiveDatabase(path: db))
    }
    Console.write(format.render(file, language: language.code))
  }
}
