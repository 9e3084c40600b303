internal import ArgumentParser
internal import Foundation
internal import TrustDisguise
internal import TrustEngine
internal import TrustEvaluation
internal import TrustRules
internal import TrustText

/// `evaluate`: how right the rules are on labelled posts.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures precision, recall and false alarms on labelled posts.",
    discussion: """
      Each line is a post with "text", "verdict" (flag, pass, uncheckable), "stance" and \
      "findings" with "category", "start" and "end" in Unicode scalars. Posts that are uncheckable \
      count nowhere. Intervals are 95 % bootstrap intervals over posts. A post may name the set it \
      comes from in "dataset" or "source".

      EXAMPLES
        trustscreen evaluate corpora/posts/zh.jsonl corpora/posts/en.jsonl
        trustscreen evaluate labelled.jsonl --format html --quiet news.jsonl > evaluation.html
        trustscreen evaluate labelled.jsonl --format json > evaluation.json
        trustscreen evaluate labelled.jsonl --halves --cases 20
        trustscreen evaluate labelled.jsonl --disguise all
      """
  )

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, html }

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

  @Option(
    name: .long,
    help: "How many misses and false alarms to list of each; by default none, and in HTML all."
  )
  var cases: Int?

  @Option(
    name: .long,
    help: "The fields that name the set a post comes from; the first that a post has counts."
  )
  var sourceField: [String] = ["dataset", "source"]

  @Flag(
    name: .long,
    help: "Measure both halves of the set, by a hash of the id; list cases of one half only."
  )
  var halves = false

  @Option(name: .long, help: "The seed of the bootstrap.")
  var seed: UInt64 = 1

  @Flag(name: .long, help: "Leave out every word of the posts.")
  var noText = false

  @Flag(
    name: .shortAndLong,
    help: "Also print figures at every threshold, the reliability of scores, and shared hits."
  )
  var verbose = false

  @Option(
    name: .long,
    parsing: .upToNextOption,
    help: "Only measure what disguises leave of the findings: all, or kinds of `disguise --list`."
  )
  var disguise: [String] = []

  @OptionGroup var language: LanguageOption
  @OptionGroup var packs: ScreenerOptions

  func validate() throws {
    if files.isEmpty, quiet.isEmpty {
      throw ValidationError("name labelled posts, or --quiet posts")
    }
    for kind in disguise where kind != "all" && DisguiseKind(rawValue: kind) == nil {
      throw ValidationError("there is no disguise “\(kind)”; see trustscreen disguise --list")
    }
    guard (0...1).contains(atLeast), cases ?? 0 >= 0 else {
      throw ValidationError("--at-least is from 0 to 1, and --cases not negative")
    }
  }

  func run() throws {
    var reading = LabelledPosts.Options()
    reading.sourceFields = sourceField
    let labelled = try LabelledInput(files, options: reading).posts
    guard disguise.isEmpty else { return try measureDisguises(labelled) }
    let screener = try packs.screener()
    var scratch = Screener.Scratch()
    let pairs = labelled.posts.map { screened($0, by: screener, using: &scratch) }

    var options = Evaluation.Options()
    options.threshold = atLeast
    options.seed = seed
    options.halves = halves
    var quietSets: [QuietSet] = []
    var unread = labelled.issues
    for file in quiet {
      let set = try quietSet(file, screener, &scratch, &unread)
      quietSets.append(set)
    }
    let document = EvaluationDocument(
      evaluation: Evaluation(pairs, options: options, rules: screener.rules.map(\.id)),
      quiet: quietSets,
      unread: unread
    )
    Console.write(rendered(document))
    try ExitStatus.end(isIncomplete: !unread.isEmpty, hasFindings: false)
  }

  /// Sounds, stand-ins and masks are seen through here though no rule asks for it.
  private func measureDisguises(_ labelled: LabelledPosts) throws {
    var unlabelled = LabelledPosts.Options()
    unlabelled.unlabelled = true
    let others = try LabelledInput(quiet, options: unlabelled).posts
    let kinds = DisguiseKind.allCases.filter {
      disguise.contains("all") || disguise.contains($0.rawValue)
    }
    let always = try packs.screener()
    let all = try packs.screener(seeingThrough: .optional)
    var scratch = Screener.Scratch()
    var checks = kinds.map { DisguiseCheck($0, seed: seed) }
    for post in labelled.posts + others.posts where post.verdict != .uncheckable {
      for index in checks.indices {
        let screener = checks[index].kind.isOptional ? all : always
        let plain = screened(post, by: screener, using: &scratch)
        checks[index].add(plain, by: screener, using: &scratch)
      }
    }
    Console.write(checks.text)
    let unread = labelled.issues + others.issues
    for issue in unread { Console.note(issue.description) }
    try ExitStatus.end(isIncomplete: !unread.isEmpty, hasFindings: false)
  }

  private func rendered(_ document: EvaluationDocument) -> String {
    switch format {
    case .text:
      document.text(cases: cases ?? 0, includesText: !noText, isVerbose: verbose)
    case .json:
      document.json(pretty: true, cases: cases ?? 0, includesText: !noText) + "\n"
    case .html:
      document.html(language: language.code, cases: cases ?? .max, includesText: !noText)
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
    let posts = try LabelledInput([file], options: options).posts
    unread += posts.issues
    var set = QuietSet(name: file, threshold: atLeast)
    for post in posts.posts { set.add(screened(post, by: screener, using: &scratch)) }
    return set
  }
}
