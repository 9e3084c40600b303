internal import CPeers
internal import Foundation

/// What the suites share: posts, phrases, peers, and where results go.
final class Bench {
  /// Posts of one language, or of both.
  struct Source {
    var name: String
    /// `zh` or `en`: which tokeniser a peer gets that needs one.
    var language: String
    var posts: Posts
  }

  let options: BenchCommand
  let results = Results()
  let folding = Folding()
  let folder: URL
  let contest: Contest
  let sources: [Source]
  private(set) var worker: PythonWorker?
  private(set) var packages: [String] = []
  private var phraseSets: [Int: PhraseSet] = [:]
  private var phrases: [String] = []

  init(options: BenchCommand) throws {
    self.options = options
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    contest = Contest(
      rounds: options.rounds ?? (options.quick ? 3 : 5),
      budget: options.quick ? 50_000_000 : 400_000_000
    )
    sources = try Self.sources(options)
    for source in sources {
      results.note(
        "posts \(source.name)",
        "\(source.posts.count) posts, \(source.posts.bytes.count) bytes"
      )
    }
    startPeers()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The most bytes of a set that are screened.
  var limit: Int { (options.megabytes ?? (options.quick ? 2 : 16)) * 1_000_000 }

  /// How many phrases lists have.
  var sizes: [Int] { options.quick ? [3_000] : [3_000, 30_000] }

  // MARK: - Posts

  private static func sources(_ options: BenchCommand) throws -> [Source] {
    let limit = (options.megabytes ?? (options.quick ? 2 : 16)) * 1_000_000
    var all: [Posts]
    if options.posts.isEmpty {
      all = try ["zh", "en"].map { language in
        var maker = PostMaker(like: Posts(name: language, try Repository.posts(language)))
        return maker.posts(name: "\(language), made up", bytes: limit)
      }
    } else {
      all = try options.posts.map { path in
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return try PostFile.posts([path], name: name).prefix(bytes: limit)
      }
    }
    if all.count > 1 {
      var random = SplitMix64(seed: 3)
      let size = limit / all.count
      let halves = all.flatMap { posts in
        (0..<posts.count(ofBytes: size)).map { Array(posts.text($0)) }
      }
      all.append(Posts(name: "mixed", halves.shuffled(using: &random)))
    }
    return all.map { Source(name: $0.name, language: language(of: $0), posts: $0) }
  }

  /// Chinese, if a quarter of the bytes are of characters of three.
  private static func language(of posts: Posts) -> String {
    let sample = posts.bytes.prefix(100_000)
    return sample.count { $0 >= 0xE4 && $0 <= 0xE9 } * 3 * 4 > sample.count ? "zh" : "en"
  }

  // MARK: - Phrases

  /// Phrases made of the words of all sources, in equal parts.
  func phraseSet(_ count: Int) throws -> PhraseSet {
    if let known = phraseSets[count] { return known }
    if phrases.count < count { try makePhrases(count) }
    let made = PhraseSet(Array(phrases.prefix(count)), folding)
    phraseSets[count] = made
    return made
  }

  private func makePhrases(_ count: Int) throws {
    let languages = sources.filter { $0.name != "mixed" }
    let lists = languages.map { source in
      var maker = PhraseMaker(TokenChain(source.posts), folding)
      return maker.phrases((count + languages.count - 1) / languages.count)
    }
    var seen: Set<[UInt8]> = []
    phrases = (0..<(lists.first?.count ?? 0)).flatMap { index in lists.map { $0[index] } }
      .filter { seen.insert(folding.folded(Array($0.utf8)[...])).inserted }
  }

  // MARK: - Peers

  private func startPeers() {
    if !peer_has_hyperscan() {
      results.miss("Hyperscan", "libhyperscan-dev was not there to build with")
    }
    if !peer_has_simdjson() {
      results.miss("simdjson", "libsimdjson-dev was not there to build with")
    }
    if !Command.exists("rg") { results.miss("ripgrep", "there is no program rg") }
    do {
      let script = Repository.path("Tests/Benchmarks/peers.py")
      let worker = try PythonWorker(python: options.python, script: script)
      for package in [
        "ahocorasick_rs", "daachorse", "hyperscan", "pyahocorasick", "spacy", "jieba",
      ] {
        let answer = try worker.ask(.init(engine: package, mode: "post"))
        if let missing = answer.missing {
          results.miss("\(package) (pip)", missing)
        } else {
          packages.append(package)
          results.note("\(package) (pip)", answer.version ?? "")
        }
      }
      self.worker = worker
    } catch {
      results.miss("all Python peers", "\(error)")
    }
  }

  /// A Python package's engine, if the package is there.
  func python(
    _ package: String,
    _ mode: String,
    _ phrases: PhraseSet,
    isFolded: Bool = false,
    language: String = "en"
  ) throws -> PythonEngine? {
    guard let worker, packages.contains(package) else { return nil }
    return try PythonEngine(
      package,
      mode: mode,
      phrases,
      isFolded: isFolded,
      language: language,
      worker: worker,
      in: folder
    )
  }

  // MARK: - Running

  /// Runs a contest and notes each entrant in its tracks; the first is what others are compared to.
  func race(
    _ entrants: [Entrant],
    on posts: Posts,
    suite: Suite,
    group: String,
    column: String
  ) throws {
    Progress.note("\(suite.rawValue): \(group), \(column)")
    let outcomes = try contest.run(entrants, on: posts)
    for track in Track.allCases {
      var speeds = outcomes.filter { $0.entrant.tracks.contains(track) }.map {
        Speed(suite: suite.rawValue, track: track, group: group, column: column, $0)
      }
      guard let anchor = speeds.first?.megabytesPerSecond else { continue }
      if track != .floor {
        for index in speeds.indices {
          speeds[index].anchorRatio = anchor / speeds[index].megabytesPerSecond
        }
      }
      results.speeds += speeds
    }
  }

  /// Compares what engines found that do identical work.
  func compare(_ engines: [any MatchingEngine], on posts: Posts, group: String, column: String)
    throws
  {
    let count = posts.count(ofBytes: options.quick ? 1_000_000 : 4_000_000)
    let sets = try engines.map { try $0.matches(posts, count: count) }
    let lists = sets.map(\.matches)
    let sides = engines.indices.map { index in
      Check.Side(
        engine: engines[index].name,
        matches: lists[index].count,
        hash: MatchSet.hash(lists[index]),
        beyond: sets[index].beyond
      )
    }
    let reference = Set(lists.first ?? [])
    let differences = lists.dropFirst().flatMap { list in
      reference.symmetricDifference(list).sorted().prefix(5).map {
        "\($0.post) \($0.phrase) \($0.start)-\($0.end) \(reference.contains($0) ? "first" : "other")"
      }
    }
    results.checks.append(
      Check(group: group, column: column, posts: count, sides: sides, differences: differences)
    )
  }
}
