internal import CClocks
internal import TrustScreen

/// TrustScreen with some packs.
final class ScreenEngine: Engine {
  let name: String
  private let screener: Screener
  // PERF: a check of exclusive access for each post would count as the engine's.
  @exclusivity(unchecked) private var scratch = Screener.Scratch()
  private let phrases: PhraseSet?

  /// With the packs that come with it.
  init(shipped name: String) throws {
    self.name = name
    screener = try Screener(packs: Pack.builtIn, calibration: Calibration.builtIn)
    phrases = nil
  }

  /// With a list of phrases and nothing else.
  init(_ name: String, _ phrases: PhraseSet) throws {
    self.name = name
    screener = try phrases.makeScreener()
    self.phrases = phrases
  }

  func run(_ posts: Posts, count: Int) -> Run {
    let bytes = posts.bytes
    let span = bytes.span
    var found = 0
    let start = peer_thread_ns()
    for post in 0..<count {
      let text = span.extracting(posts.range(post))
      found += screener.screen(utf8: text, using: &scratch).findings.count
    }
    return Run(nanoseconds: peer_thread_ns() - start, matches: found)
  }

  /// The posts in which something is found, and those in which nothing is.
  func split(_ posts: Posts) -> (found: [Int], quiet: [Int]) {
    var (found, quiet): ([Int], [Int]) = ([], [])
    for post in 0..<posts.count {
      if findings(posts, post).isEmpty { quiet.append(post) } else { found.append(post) }
    }
    return (found, quiet)
  }

  func findings(_ posts: Posts, _ post: Int) -> [Finding] {
    let bytes = posts.bytes
    let text = bytes.span.extracting(posts.range(post))
    return screener.screen(utf8: text, using: &scratch).findings
  }
}

extension ScreenEngine: MatchingEngine {
  /// What was found that a search for the phrases has to find too; the rest is counted.
  func matches(_ posts: Posts, count: Int) -> MatchSet {
    guard let phrases else { preconditionFailure("only lists of phrases are compared") }
    var set = MatchSet()
    for post in 0..<count {
      let findings = findings(posts, post)
      guard !findings.isEmpty else { continue }
      let text = FoldedPost(posts.text(post), phrases.folding)
      for finding in findings {
        guard let phrase = Int(finding.rule.name.dropFirst()) else { continue }
        if let range = text.plain(finding.span.utf8, phrases.folded[phrase]) {
          set.insert(
            .init(post: post, phrase: phrase, start: range.lowerBound, end: range.upperBound)
          )
        } else {
          set.beyond += 1
        }
      }
    }
    return set
  }
}
