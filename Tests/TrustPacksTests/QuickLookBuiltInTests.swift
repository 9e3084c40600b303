import Foundation
import Testing
import TrustDisguise
import TrustEvaluation
import TrustMatch
import TrustRules
import TrustTestSupport

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
    var options = LabelledPosts.Options()
    options.unlabelled = true
    var posts = LabelledPosts(options: options)
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
    for corpus in Self.corpora {
      for text in try posts(corpus, every: 17) {
        // Whole, and every other word, so that plain and disguised ones stand side by side.
        let words = text.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
          $0 % 2 == 0 ? String($1) : disguiser.disguise(String($1)) ?? String($1)
        }
        for copy in [disguiser.disguise(text) ?? text, words.joined(separator: " ")] {
          expectAgreement(on: copy, using: &scratch)
        }
      }
    }
  }

  /// The fuzzer: `TRUST_SEEDS=100000 swift test --filter losesNothing` looks for long.
  @Test(
    "never calls clean what is patched together of posts, disguises and odd signs",
    arguments: Seeds.all
  )
  func losesNothing(seed: UInt64) throws {
    var scratch = Screener.Scratch()
    var generator = TextGenerator(seed: seed)
    let corpus = generator.random.pick(Self.corpora)
    let scraps = try posts(corpus, every: 31).flatMap {
      $0.split(maxSplits: 9) { $0.isPunctuation }
    }
    for _ in 0..<40 {
      var disguiser = Disguiser(generator.random.pick(DisguiseKind.allCases), seed: seed)
      let text = (0..<8).map { _ in
        let scrap = String(generator.random.pick(scraps))
        return switch generator.random.next() % 5 {
        case 0: generator.text(pieces: 1)
        case 1: generator.disguise(scrap)
        case 2: disguiser.disguise(scrap) ?? scrap
        default: scrap
        }
      }.joined()
      expectAgreement(on: text, using: &scratch)
    }
  }

  private static let corpora = ["posts/zh", "posts/en", "quiet/zh", "quiet/en"]

  private func expectAgreement(on text: String, using scratch: inout Screener.Scratch) {
    let bytes = Array(text.utf8)
    guard case .clean(let han, let latin) = screener.quickLook(at: bytes.span) else { return }
    let isClean = screener.isClean(bytes.span, han: han, latin: latin, using: &scratch)
    #expect(isClean, "\(text.debugDescription)")
  }
}
