import Testing
import TrustEngine
import TrustRuleFiles
import TrustRules
import TrustTestSupport
import TrustText

/// The project's own posts, as texts: what the rules should say of them is for `evaluate`.
@Suite("Posts of the corpus") struct CorpusTests {
  @Test("every post is screened whole, with spans that slice it", arguments: ["zh", "en"])
  func screensPosts(language: String) throws {
    let posts = try Corpora.posts(language)
    let screener = try Screener(packs: LawPacks.all())
    #expect(posts.count > 100)
    for post in posts {
      let report = screener.screen(Post(id: post.id, text: post.text))
      #expect(report.id == post.id)
      #expect(report.completeness == .complete, "\(post.id)")
      for finding in report.findings {
        #expect(finding.span.range(in: post.text)?.isEmpty == false, "\(post.id)")
      }
    }
  }

  private static let rules = try? Pack.folder(Corpora.repository + "/rules")

  @Test(
    "the rules of the repository find something in flagged posts",
    .enabled(if: rules != nil, "rules/ has mistakes; `trustscreen rules lint rules` tells them"),
    arguments: ["zh", "en"]
  )
  func smokes(language: String) throws {
    let screener = try Screener(packs: #require(Self.rules))
    let flagged = try Corpora.posts(language).filter { $0.verdict == "flag" }.prefix(40)
    #expect(flagged.contains { screener.screen($0.text).isFlagged() })
  }
}
