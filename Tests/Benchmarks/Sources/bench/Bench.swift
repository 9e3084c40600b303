internal import CPeers
internal import Foundation

/// What the suites share: posts, phrases, peers, and where results go.
final class Bench {
  let options: BenchCommand
  let results = Results()
  let folding = Folding()
  let folder: URL
  let contest: Contest
  let sources: [PostSource]
  let python: PythonPeers
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
    sources = try PostSource.all(options.posts, bytes: options.limit)
    for source in sources {
      results.note(
        "posts \(source.name)",
        "\(source.posts.count) posts, \(source.posts.bytes.count) bytes"
      )
    }
    python = PythonPeers(options.python, results, in: folder)
    if !peer_has_hyperscan() { results.miss("Hyperscan", "libhyperscan-dev: not there when built") }
    if !peer_has_simdjson() { results.miss("simdjson", "libsimdjson-dev: not there when built") }
    if !Command.exists("rg") { results.miss("ripgrep", "there is no program rg") }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The most bytes of a set that are screened.
  var limit: Int { options.limit }

  /// How many phrases lists have.
  var sizes: [Int] { options.quick ? [3_000] : [3_000, 30_000] }

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
    let languages = sources.filter { !$0.isMixed }
    let lists = languages.map { source in
      var maker = PhraseMaker(TokenChain(source.posts), folding)
      return maker.phrases((count + languages.count - 1) / languages.count)
    }
    var seen: Set<[UInt8]> = []
    phrases = (0..<(lists.first?.count ?? 0)).flatMap { index in lists.map { $0[index] } }
      .filter { seen.insert(folding.folded(Array($0.utf8)[...])).inserted }
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
