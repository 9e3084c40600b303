import Testing
import TrustTestSupport

@testable import TrustEngine
@testable import TrustEvaluation
@testable import TrustRules

@Suite("Promotions") struct PromotionTests {
  private func proposal(
    _ status: Rule.Status,
    _ right: Int,
    of hits: Int,
    quiet: (hits: Int, posts: Int)? = nil
  ) throws -> Promotions.Proposal {
    let pack = try TestPack.pack("rules: [{id: r, find: 大蒜, status: \(status.rawValue)}]")
    let promotions = Promotions(
      rules: pack.rules,
      evidence: hits == 0 ? [:] : [pack.rules[0].id: .init(hits: hits, right: right)],
      quiet: quiet.map { [Self.quietSet(pack.rules[0], $0.hits, $0.posts)] } ?? []
    )
    return try #require(promotions.proposals.first)
  }

  private static func quietSet(_ rule: Rule, _ hits: Int, _ posts: Int) -> QuietSet {
    var set = QuietSet(name: "quiet")
    for index in 0..<posts {
      var sample = Sample("quiet words", nil)
      if index < hits { sample = sample.found("quiet", .falseRemedy, by: "r") }
      var screened = sample.screened
      for place in screened.report.findings.indices {
        screened.report.findings[place].rule = rule.id
      }
      set.add(screened)
    }
    return set
  }

  @Test(
    "a rule climbs by enough evidence that is good enough, and steps down by evidence against it",
    arguments: [
      // Jeffreys: 17/20 is 0.65 – 0.96, 16/20 is 0.59 – 0.93, 45/50 is 0.80 – 0.96.
      (.experimental, 0, 0, .experimental, "0 labelled hits of 20"),
      (.experimental, 19, 19, .experimental, "19 labelled hits of 20"),
      (.experimental, 17, 20, .test, "lower bound 0.65"),
      (.experimental, 16, 20, .experimental, "lower bound 0.59"),
      (.test, 48, 49, .test, "49 labelled hits of 50"),
      (.test, 40, 50, .test, "lower bound 0.67"),
      (.test, 50, 50, .test, "no quiet posts"),
      (.test, 10, 40, .experimental, "upper bound 0.40"),
      (.stable, 10, 40, .experimental, "upper bound 0.40"),
      (.stable, 60, 100, .test, "upper bound 0.69"),
      (.stable, 0, 0, .stable, "nothing speaks against it"),
      (.stable, 80, 100, .stable, "nothing speaks against it"),
    ] as [(Rule.Status, Int, Int, Rule.Status, String)]
  )
  func proposes(
    _ row: (status: Rule.Status, right: Int, hits: Int, proposed: Rule.Status, reason: String)
  ) throws {
    let proposal = try proposal(row.status, row.right, of: row.hits)
    #expect(proposal.proposed == row.proposed)
    #expect(proposal.reason.hasPrefix(row.reason), "\(proposal.reason)")
    #expect(proposal.isPromotion == (row.status == .experimental && row.proposed == .test))
  }

  @Test("a stable rule is quiet where nothing is to be found")
  func listensToQuiet() throws {
    #expect(try proposal(.test, 45, of: 50, quiet: (0, 10_000)).proposed == .stable)
    #expect(try proposal(.test, 45, of: 50, quiet: (2, 10_000)).proposed == .stable)
    #expect(try proposal(.test, 45, of: 50, quiet: (3, 10_000)).proposed == .test)
    let loud = try proposal(.stable, 45, of: 50, quiet: (3, 10_000))
    #expect(loud.isDemotion && loud.proposed == .test && loud.reason.hasPrefix("3.0 hits"))
  }

  @Test("the table names promotions, demotions and the rest")
  func tells() throws {
    let pack = try TestPack.pack(
      """
      rules:
        - {id: up, find: 甲乙, status: experimental}
        - {id: down, find: 丙丁, status: stable}
        - {id: stay, find: 戊己}
        - {id: idle, find: 庚辛}
      """
    )
    func id(_ name: String) -> Rule.ID { Rule.ID(pack: "test", name: name) }
    let text = Promotions(
      rules: pack.rules,
      evidence: [
        id("up"): .init(hits: 20, right: 20), id("down"): .init(hits: 20, right: 2),
        id("stay"): .init(hits: 5, right: 5),
      ]
    ).text()
    #expect(text.contains("Promote (1):") && text.contains("experimental → test"))
    #expect(text.contains("Demote (1):") && text.contains("stable → experimental"))
    #expect(text.contains("Leave, of rules with labelled hits (1):"))
    #expect(text.hasSuffix("1 rules have no labelled hits; 0 quiet posts.\n"))
  }
}
