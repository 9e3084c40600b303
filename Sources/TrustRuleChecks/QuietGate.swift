package import TrustEngine
package import TrustRules
internal import TrustText

/// Holds rules against posts that should hardly ever be flagged, such as news and ordinary talk.
///
/// A check that says “fine” whatever it is shown is worse than none, so a rule that is known to be
/// noisy runs along. If the gate does not report it, the gate is broken, or the posts are no posts.
package struct QuietGate {
  /// The most posts of 10,000 in which a rule may speak up.
  package let mostPerTenThousand: Double
  private let screener: Screener
  private var posts = 0
  private var hits: [Rule.ID: Hits] = [:]

  /// The posts in which a rule has a finding that counts.
  private struct Hits {
    var posts: [Int] = []
    /// Where the first of them is, and the words that were found there.
    var first: String
  }

  /// The pack of the rule that runs along.
  private static let planted = "planted-noise"
  /// Rules that agree on fewer posts may do so by chance.
  private static let fewestSame = 5

  /// Compiles packs, and the planted rule with them.
  ///
  /// - Throws: `PackError` if they cannot be compiled.
  package init(_ packs: [Pack], mostPerTenThousand: Double = 2) throws(PackError) {
    self.mostPerTenThousand = mostPerTenThousand
    screener = try Screener(packs: packs + Self.noise(like: packs))
  }

  /// Screens one post; `place` is how to call it in a message.
  package mutating func add(
    _ post: Post,
    at place: String,
    using scratch: inout Screener.Scratch
  ) {
    let report = screener.screen(post, using: &scratch)
    var seen: Set<Rule.ID> = []
    for finding in report.findings where finding.confidence >= 0.5 {
      guard seen.insert(finding.rule).inserted else { continue }
      let field = post.fields.first { $0.name == finding.field }
      let words = field.flatMap { field in
        finding.span.range(in: field.text).map { String(field.text[$0]) }
      }
      hits[finding.rule, default: Hits(first: "\(place), “\(words ?? "")”")].posts.append(posts)
    }
    posts += 1
  }

  /// What is wrong, by rule: `quiet-hits`, `same-hits`, and `gate-broken` if the planted rule was
  /// not noticed.
  package func issues() -> [PackError.Issue] {
    let noisy = screener.rules.filter { rate(of: $0.id) > mostPerTenThousand }
    guard noisy.contains(where: { $0.id.pack == Self.planted }) else {
      return [
        PackError.Issue(
          "gate-broken",
          at: Mark(file: Self.planted, line: 0, column: 0),
          "a rule that finds “的” and “the” was not reported as noisy in \(posts) posts",
          hint: "give more posts, in Chinese or English"
        )
      ]
    }
    let quietHits = noisy.filter { $0.id.pack != Self.planted }.map(quietHits)
    return PackError(quietHits + sameHits()).issues
  }

  // MARK: - What is reported

  private func rate(of rule: Rule.ID) -> Double {
    Double(hits[rule]?.posts.count ?? 0) * 10_000 / Double(max(posts, 1))
  }

  private func quietHits(_ rule: Rule) -> PackError.Issue {
    let count = hits[rule.id]?.posts.count ?? 0
    let rate = Int(rate(of: rule.id).rounded())
    return PackError.Issue(
      "quiet-hits",
      at: rule.mark,
      "the rule “\(rule.id.name)” speaks up in \(count) of \(posts) quiet posts (\(rate) of 10,000); "
        + "first in \(hits[rule.id]?.first ?? "")",
      hint: "make it stricter, or experimental",
      // An experimental rule flags nothing, and may be noisy until it is proved.
      isWarning: rule.status == .experimental
    )
  }

  /// Rules that speak up in exactly the same posts: one of the two may be idle.
  private func sameHits() -> [PackError.Issue] {
    var known: [[Int]: Rule.ID] = [:]
    return screener.rules.compactMap { rule in
      guard rule.id.pack != Self.planted, let posts = hits[rule.id]?.posts,
        posts.count >= Self.fewestSame
      else { return nil }
      guard let other = known[posts] else {
        known[posts] = rule.id
        return nil
      }
      return PackError.Issue(
        "same-hits",
        at: rule.mark,
        "the rule “\(rule.id.name)” speaks up in the same \(posts.count) posts as “\(other)”",
        hint: "is one of them enough?",
        isWarning: true
      )
    }
  }

  // MARK: - The planted rule

  /// A pack with one rule that finds what nearly every post holds.
  private static func noise(like packs: [Pack]) -> [Pack] {
    guard var rule = packs.lazy.flatMap(\.rules).first,
      let pattern = try? PatternParser.parse("(的|了|是|the|a|to|and)")
    else { return [] }
    rule.id = Rule.ID(pack: planted, name: "noise")
    rule.status = .test
    rule.confidence = 1
    rule.edges = .loose
    rule.patterns = [FindPattern(pattern: pattern, mark: rule.mark)]
    (rule.company, rule.unless, rule.soften, rule.softenMarks) = ([], [], [], [])
    var content = PackContent()
    content.id = planted
    content.rules = [rule]
    return [Pack(content: content, used: [], digest: planted)]
  }
}
