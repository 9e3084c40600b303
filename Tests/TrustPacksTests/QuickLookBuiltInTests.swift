import Foundation
import Testing
import TrustDisguise
import TrustEvaluation
import TrustMatch
import TrustRules

@testable import TrustEngine
@testable import TrustPacks

@Suite("The quick look with the built-in packs") struct QuickLookBuiltInTests {
  private let screener: Screener

  init() throws {
    screener = try Screener(packs: Pack.builtIn)
  }

  /// Every so-maniest post of our own.
  private func posts(_ corpus: String, every step: Int) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var posts = LabelledPosts()
    try posts.read(file: root.appendingPathComponent("corpora/\(corpus).jsonl").path)
    return stride(from: 0, to: posts.posts.count, by: step).map { posts.posts[$0].text }
  }

  @Test("is there: no rule may match just any post")
  func isThere() { #expect(screener.ruleset.quickPass != nil) }

  @Test(
    "never calls a disguised post clean that the thorough pass would look into",
    arguments: DisguiseKind.allCases
  )
  func losesNoDisguise(kind: DisguiseKind) throws {
    var scratch = Screener.Scratch()
    var disguiser = Disguiser(kind)
    for corpus in ["posts/zh", "posts/en", "quiet/zh", "quiet/en"] {
      for text in try posts(corpus, every: 17) {
        // Whole, and by the sentence, so that plain and disguised words stand side by side.
        let pieces = text.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
          $0 % 2 == 0 ? String($1) : disguiser.disguise(String($1)) ?? String($1)
        }
        for copy in [disguiser.disguise(text) ?? text, pieces.joined(separator: " ")] {
          let bytes = Array(copy.utf8)
          guard case .clean(let han, let latin) = screener.quickLook(at: bytes.span) else {
            continue
          }
          let isClean = screener.isClean(bytes.span, han: han, latin: latin, using: &scratch)
          #expect(isClean, "\(copy.debugDescription)")
        }
      }
    }
  }
}
