internal import ArgumentParser
internal import TrustEngine
internal import TrustEvaluation
internal import TrustRules

/// `rules promote`: which rules have earned, or lost, their status.
struct RulesPromoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: "Tells which rules labelled posts speak for, and which they speak against.",
    discussion: """
      From experimental to test: at least 20 labelled hits, and the lower bound of precision \
      (Jeffreys 95 %) at least 0.6. From test to stable: 50 hits, 0.75, and at most 2 hits in \
      10,000 quiet posts. A rule whose upper bound is below its bar, or that is too loud, should \
      step down. Nothing is edited.

      EXAMPLES
        trustscreen rules promote zh.jsonl en.jsonl --quiet news.jsonl
        trustscreen rules promote labelled.jsonl --packs my-pack.yaml
      """
  )

  @Argument(help: "Labelled posts, JSON lines; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: .long,
    help: "Posts without labels that should hardly ever be flagged, such as news; may be repeated.",
    completion: .file()
  )
  var quiet: [String] = []

  @OptionGroup var packs: PackOptions

  func run() throws {
    let input = try LabelledInput(files)
    let loaded = try packs.load()
    let screener = try packs.screener()
    let quietInputs = try quiet.map { try Self.quietInput($0) }
    let promotions = Promotions(
      rules: screener.rules,
      evidence: try Calibrator(packs: loaded).evidence(on: input.posts.posts),
      quiet: zip(quiet, quietInputs).map { Self.quietSet($0, $1, screener) }
    )
    Console.write(promotions.text())
    for other in quietInputs { try other.end() }
    try input.end()
  }

  private static func quietInput(_ file: String) throws -> LabelledInput {
    var options = LabelledPosts.Options()
    options.unlabelled = true
    return try LabelledInput([file], options: options)
  }

  private static func quietSet(
    _ name: String,
    _ input: LabelledInput,
    _ screener: Screener
  ) -> QuietSet {
    var set = QuietSet(name: name)
    var scratch = Screener.Scratch()
    for post in input.posts.posts {
      set.add(ScreenedPost(post, screener.screen(post.post, using: &scratch)))
    }
    return set
  }
}
