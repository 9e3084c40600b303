internal import ArgumentParser
internal import Foundation
internal import TrustEngine
internal import TrustEvaluation
internal import TrustRuleChecks
internal import TrustRuleFiles
internal import TrustRules

/// `rules lint`: everything that is wrong with a pack, at once.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Shows every mistake in packs, with its place and how to mend it.",
    discussion: """
      Errors make the exit status 2; warnings do not, unless --strict.

      With --on-posts it also runs the rules on posts that should hardly ever be flagged, such as \
      news and ordinary talk. A rule that speaks up too often there is an error (quiet-hits); two \
      that speak up in the same posts are a warning (same-hits). A rule known to be noisy runs \
      along, and it is an error if that is not noticed (gate-broken).

      EXAMPLES
        trustscreen rules lint rules
        trustscreen rules lint my-pack.yaml --no-proof
        trustscreen rules lint rules --no-proof --on-posts news.jsonl --most 5
      """
  )

  @OptionGroup var authored: AuthoredPacks

  @Flag(name: .long, inversion: .prefixedNo, help: "Try whether each clause matters to an example.")
  var proof = true

  @Flag(name: .long, help: "Treat warnings as errors.")
  var strict = false

  @Flag(name: .long, help: "Show errors only.")
  var quiet = false

  @Option(
    name: .long,
    help: "Quiet posts to run the rules on, JSON lines with “text”; may be repeated.",
    completion: .file()
  )
  var onPosts: [String] = []

  @Option(name: .long, help: "The most of 10,000 quiet posts in which a rule may speak up.")
  var most: Double = 2

  func validate() throws {
    guard (0...10_000).contains(most) else {
      throw ValidationError("--most is from 0 to 10,000")
    }
  }

  func run() throws {
    let linter = Linter(today: Self.today)
    var all: [PackError.Issue] = []
    let results = try authored.read()
    for result in results {
      var issues = result.issues
      if let pack = result.pack, !issues.contains(where: { !$0.isWarning }) {
        issues += linter.issues(of: pack, provesClauses: proof)
      }
      let printer = IssuePrinter(sources: result.sources)
      // A pack that two others use is read twice; its mistakes are shown once.
      for issue in issues where !all.contains(issue) {
        all.append(issue)
        if !quiet || !issue.isWarning { Console.write(printer.text(issue) + "\n") }
      }
    }
    let isReadable = all.allSatisfy(\.isWarning)
    if !onPosts.isEmpty, isReadable {
      let packs = results.compactMap(\.pack)
      let sources = results.reduce(into: [:]) { $0.merge($1.sources) { own, _ in own } }
      let printer = IssuePrinter(sources: sources)
      for issue in try issues(of: packs, on: onPosts) {
        all.append(issue)
        if !quiet || !issue.isWarning { Console.write(printer.text(issue) + "\n") }
      }
    }
    Console.write(all.counts + "\n")
    if all.contains(where: { strict || !$0.isWarning }) { throw ExitStatus.misuse }
  }

  /// What the rules do on quiet posts that they should not.
  private func issues(of packs: [Pack], on files: [String]) throws -> [PackError.Issue] {
    var gate = try QuietGate(packs, mostPerTenThousand: most)
    var scratch = Screener.Scratch()
    for file in files {
      var options = LabelledPosts.Options()
      options.unlabelled = true
      let input = try LabelledInput([file], options: options)
      try input.end()
      for (index, post) in input.posts.posts.enumerated() {
        gate.add(post.post, at: "\(file), post \(index + 1)", using: &scratch)
      }
    }
    return gate.issues()
  }

  private static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day],
      from: Date()
    )
    return [(parts.year ?? 0, 4), (parts.month ?? 0, 2), (parts.day ?? 0, 2)]
      .map { value, width in
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }.joined(separator: "-")
  }
}
