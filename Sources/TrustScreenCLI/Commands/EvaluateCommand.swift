internal import ArgumentParser
internal import Foundation
internal import TrustEngine
internal import TrustEvaluation
internal import TrustRules

/// `evaluate`: how right the rules are on labelled posts.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures precision, recall and false alarms on labelled posts.",
    discussion: """
      Each line is a post with "text", "verdict" (flag, pass, uncheckable), "stance" and \
      "findings" with "category", "start" and "end" in Unicode scalars. Posts that are uncheckable \
      count nowhere. Intervals are 95 % bootstrap intervals over posts.

      EXAMPLES
        trustscreen evaluate corpora/posts/zh.jsonl corpora/posts/en.jsonl
        trustscreen evaluate labelled.jsonl --quiet news.jsonl --json > evaluation.json
        trustscreen evaluate labelled.jsonl --cases 20
      """
  )

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: "Labelled posts, JSON lines.", completion: .file())
  var files: [String] = []

  @Option(
    name: .long,
    help: "Posts without labels that should hardly ever be flagged, such as news; may be repeated.",
    completion: .file()
  )
  var quiet: [String] = []

  @Option(name: .long, help: "How to print the figures.")
  var format: Form = .text

  @Option(name: .long, help: "The least probability that counts as flagged.")
  var atLeast: Double = 0.5

  @Option(name: .long, help: "How many misses and false alarms to list of each.")
  var cases: Int = 0

  @Option(name: .long, help: "The seed of the bootstrap.")
  var seed: UInt64 = 1

  @Flag(name: .long, help: "Leave out every word of the posts.")
  var noText = false

  @OptionGroup var packs: ScreenerOptions

  func validate() throws {
    if files.isEmpty, quiet.isEmpty {
      throw ValidationError("name labelled posts, or --quiet posts")
    }
    guard (0...1).contains(atLeast), cases >= 0 else {
      throw ValidationError("--at-least is from 0 to 1, and --cases not negative")
    }
  }

  func run() throws {
    var labelled = LabelledPosts(options: LabelledPosts.Options())
    for file in files { try read(file, into: &labelled) }
    let screener = try packs.screener()
    var scratch = Screener.Scratch()
    let pairs = labelled.posts.map { screened($0, by: screener, using: &scratch) }

    var options = Evaluation.Options()
    options.threshold = atLeast
    options.seed = seed
    var quietSets: [QuietSet] = []
    var unread = labelled.issues
    for file in quiet {
      let set = try quietSet(file, screener, &scratch, &unread)
      quietSets.append(set)
    }
    let document = EvaluationDocument(
      evaluation: Evaluation(pairs, options: options),
      quiet: quietSets,
      unread: unread
    )
    switch format {
    case .text: Console.write(document.text(cases: cases))
    case .json:
      Console.write(document.json(pretty: true, cases: cases, includesText: !noText) + "\n")
    }
    try ExitStatus.end(isIncomplete: !unread.isEmpty, hasFindings: false)
  }

  private func read(_ file: String, into posts: inout LabelledPosts) throws {
    if file == "-" {
      posts.read(try InputFile.read(file).bytes, file: "<stdin>")
      return
    }
    do {
      try posts.read(file: file)
    } catch {
      throw ValidationError("“\(file)” cannot be read")
    }
  }

  private func screened(
    _ post: LabelledPost,
    by screener: Screener,
    using scratch: inout Screener.Scratch
  ) -> ScreenedPost {
    ScreenedPost(post, screener.screen(post.post, using: &scratch))
  }

  private func quietSet(
    _ file: String,
    _ screener: Screener,
    _ scratch: inout Screener.Scratch,
    _ unread: inout [LabelledPosts.Issue]
  ) throws -> QuietSet {
    var options = LabelledPosts.Options()
    options.unlabelled = true
    var posts = LabelledPosts(options: options)
    try read(file, into: &posts)
    unread += posts.issues
    var set = QuietSet(name: file, threshold: atLeast)
    for post in posts.posts { set.add(screened(post, by: screener, using: &scratch)) }
    return set
  }
}
