internal import ArgumentParser
internal import TrustArchive

/// `search`: posts with findings by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds posts with findings in a database by words of theirs.",
    discussion: """
      One or two Chinese characters are enough. Words with a space between them must all occur.

      EXAMPLES
        trustscreen search 漂白 --db results/archive.sqlite
      """
  )

  @Argument(help: "The words.")
  var words: String

  @Option(name: .long, help: "A database that scan --out made.", completion: .file())
  var db: String

  @Option(name: .long, help: "How many posts to print at most.")
  var limit = 50

  func run() throws {
    let hits = try ArchiveFailure.shown { () throws(ArchiveError) in
      try ArchiveDatabase(path: db).posts(with: words, limit: max(1, limit))
    }
    for hit in hits { Console.write(hit.line + "\n") }
    if hits.isEmpty { Console.note("no post with findings has these words") }
  }
}
