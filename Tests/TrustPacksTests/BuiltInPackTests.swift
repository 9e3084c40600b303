import Foundation
import Testing
import TrustEngine
import TrustEvaluation
import TrustPacks
import TrustRuleChecks
import TrustRuleFiles
import TrustRules
import TrustText

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite("The built-in packs") struct BuiltInPackTests {
  static let packs: [Pack] = (try? Pack.folder(root.appendingPathComponent("rules").path)) ?? []

  @Test("are those in rules/, as they stand")
  func areCurrent() {
    #expect(!Self.packs.isEmpty)
    let compiled = (Pack.builtIn + Pack.builtInOptional).sorted { $0.id < $1.id }
    #expect(compiled.map(\.id) == Self.packs.map(\.id))
    #expect(compiled.map(\.digest) == Self.packs.map(\.digest))
  }

  @Test("run by default are those of the labelling guide's categories")
  func defaultsAreTheGuides() {
    #expect(Pack.builtIn.map(\.id) == Category.core.map(\.name).sorted())
    #expect(Pack.builtInOptional.allSatisfy { !$0.isOnByDefault })
  }

  @Test("come out right in every example", arguments: packs.map(\.id))
  func examplesHold(_ id: String) throws {
    let pack = try #require(Self.packs.first { $0.id == id })
    let check = try PackCheck(pack, provesClauses: false)
    for failure in check.failures {
      Issue.record("\(failure.file):\(failure.line) \(failure.message)")
    }
    #expect(check.exampleCount >= 4 * pack.rules.count)
  }

  @Test("have at least 25 rules a category, each with a source that can be looked up")
  func areBroad() throws {
    for category in Category.core {
      let rules = Self.packs.flatMap(\.rules).filter { $0.category == category }
      #expect(rules.count >= 25, "\(category.name)")
    }
    for pack in Self.packs {
      for rule in pack.rules {
        #expect(!rule.guidance.isEmpty)
        for id in rule.guidance {
          let source = try #require(pack.citation(id))
          let details = [source.publisher, source.date, source.url, source.status]
          #expect(details.allSatisfy { $0?.isEmpty == false }, "\(id) of \(rule.id)")
        }
      }
    }
  }

  @Test(
    "tell a claim from its denial",
    arguments: [
      ("喝漂白水能治新冠", true), ("喝漂白水不能治新冠", false),
      ("大蒜能预防新冠", true), ("大蒜不能预防新冠", false), ("大蒜能预防新冠吗？", false),
      ("Garlic cures COVID.", true), ("Garlic does not cure COVID.", false),
      ("都怪武汉病毒", true), ("武汉病毒研究所发表论文", false),
      ("The Chinese virus ruined everything", true),
      ("Please stop calling it the Chinese virus.", false),
      ("疫苗会导致自闭症，别打", true), ("疫苗不会导致自闭症", false),
    ]
  )
  func minimalPairs(_ text: String, _ isFlagged: Bool) throws {
    let report = try Screener(packs: Pack.builtIn).screen(text)
    #expect(report.isFlagged() == isFlagged)
    if !isFlagged { #expect(report.findings.allSatisfy { !$0.isFlag() }) }
  }

  @Test("say nothing of ordinary posts", arguments: ["zh", "en"])
  func areQuiet(_ language: String) throws {
    var options = LabelledPosts.Options()
    options.unlabelled = true
    var quiet = LabelledPosts(options: options)
    try quiet.read(file: root.appendingPathComponent("corpora/quiet/\(language).jsonl").path)
    #expect(quiet.posts.count >= 100)
    var gate = try QuietGate(Pack.builtIn, mostPerTenThousand: 0)
    var scratch = Screener.Scratch()
    for post in quiet.posts { gate.add(post.post, at: post.id, using: &scratch) }
    for issue in gate.issues() { Issue.record("\(issue.code): \(issue.message)") }
  }

  @Test("do not fall below what they reached on our own posts", arguments: ["zh", "en"])
  func keepTheirLevel(_ language: String) throws {
    var labelled = LabelledPosts(options: LabelledPosts.Options())
    try labelled.read(file: root.appendingPathComponent("corpora/posts/\(language).jsonl").path)
    #expect(labelled.issues.isEmpty)
    #expect(labelled.posts.count >= 200)
    let screener = try Screener(packs: Pack.builtIn)
    var scratch = Screener.Scratch()
    var pairs: [ScreenedPost] = []
    for post in labelled.posts {
      pairs.append(ScreenedPost(post, screener.screen(post.post, using: &scratch)))
    }
    var options = Evaluation.Options()
    options.resamples = 0
    let row = try #require(Evaluation(pairs, options: options).overall.row())
    let precision = try #require(row.posts.precision?.value)
    let f1 = try #require(row.posts.f1?.value)
    #expect(precision >= 0.85)
    #expect(f1 >= 0.6)
  }
}
