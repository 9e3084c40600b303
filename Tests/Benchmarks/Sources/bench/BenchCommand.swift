internal import ArgumentParser
internal import Foundation

/// `bench`: TrustScreen beside what a user might pick instead, on the same posts in the same run.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Times TrustScreen beside other engines, and prints tables in Markdown.",
    discussion: """
      Without --posts, posts are made up from the words of the project's own corpora.

      EXAMPLES
        bench --posts zh.jsonl --posts en.jsonl --python venv/bin/python --json result.json
        bench --quick --suite throughput
      """
  )

  @Option(name: .long, help: "JSON lines with a `text`; the file's name is the set's name.")
  var posts: [String] = []

  @Option(name: .long, help: "What to measure: \(Suite.names). All, if left out.")
  var suite: [Suite] = []

  @Flag(name: .long, help: "Fewer rounds, less time, smaller sets: to see that it works.")
  var quick = false

  @Option(name: .long, help: "How many bytes of each set are screened at most, in MB.")
  var megabytes: Int?

  @Option(name: .long, help: "How many rounds.")
  var rounds: Int?

  @Option(name: .long, help: "The Python that has the peers' packages.")
  var python = "python3"

  @Option(name: .long, help: "The program `trustscreen`, for the suites of whole programs.")
  var cli = Repository.path(".build/release/trustscreen")

  @Option(name: .long, help: "Where to write all figures.", completion: .file())
  var json: String?

  @Option(name: .long, help: "Where to write the tables, which are printed too.")
  var markdown: String?

  @Option(name: .long, help: "A file whose table to renew, such as the README.")
  var readme: String?

  /// The most bytes of a set that are screened.
  var limit: Int { (megabytes ?? (quick ? 2 : 16)) * 1_000_000 }

  func run() throws {
    let bench = try Bench(options: self)
    for suite in suite.isEmpty ? Suite.allCases : suite {
      Progress.note("suite \(suite.rawValue)")
      do { try suite.run(bench) } catch {
        bench.results.miss("suite \(suite.rawValue)", "\(error)")
      }
    }
    bench.results.end()
    let tables = bench.results.markdown
    print(tables)
    if let markdown { try tables.write(toFile: markdown, atomically: true, encoding: .utf8) }
    if let readme { try bench.results.writeSummary(into: readme) }
    if let json { try bench.results.json().write(to: URL(fileURLWithPath: json)) }
    guard bench.results.isSound else { throw ExitCode(1) }
  }
}

/// What is measured.
enum Suite: String, CaseIterable, ExpressibleByArgument {
  case throughput, rules, hits, lengths, hostile, input, latency, start, jsonl, archives

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  func run(_ bench: Bench) throws {
    switch self {
    case .throughput: try bench.throughput()
    case .rules: try bench.growthOverRules()
    case .hits: try bench.hitRates()
    case .lengths: try bench.postLengths()
    case .hostile: try bench.hostileTexts()
    case .input: try bench.growthOverInput()
    case .latency: try bench.latencies()
    case .start: try bench.starts()
    case .jsonl: try bench.lines()
    case .archives: try bench.archives()
    }
  }
}

/// What is being done, on standard error.
enum Progress {
  static func note(_ text: String) {
    FileHandle.standardError.write(Data("bench: \(text)\n".utf8))
  }
}
