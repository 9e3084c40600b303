import Testing

@testable import TrustEvaluation
@testable import TrustRules

@Suite("Rules beside each other, and why labels are missed") struct RuleScoreTests {
  let samples: [Sample] = [
    Sample("garlic cures flu", .flag).labelled("garlic cures flu", .falseRemedy, "cure")
      .found("garlic", .falseRemedy, by: "a").found("cures", .falseRemedy, by: "a")
      .found("garlic cures", .falseRemedy, by: "b")
      .found("flu", .stigmatisingLanguage, by: "c"),
    Sample("tea time", .pass).found("tea", .falseRemedy, by: "a")
      .found("tea", .stigmatisingLanguage, by: "c"),
    Sample("salt helps", .uncheckable).found("salt", .falseRemedy, by: "a")
      .found("salt", .falseRemedy, by: "b"),
    Sample("weak tea", .pass).found("tea", .falseRemedy, by: "a")
      .found("tea", .falseRemedy, by: "b", confidence: 0.4),
    Sample("rain", .pass).found("rain", .falseRemedy, by: "weak", confidence: 0.1),
  ]

  func overlap(_ rule: String, posts: Int, spans: Int, conflicts: Int) -> Evaluation.RuleOverlap {
    let id = Rule.ID(pack: "demo", name: rule)
    return Evaluation.RuleOverlap(rule: id, posts: posts, spans: spans, conflicts: conflicts)
  }

  @Test("rules share posts and words, and conflict where only one of them is right")
  func overlaps() {
    let rules = Evaluation(samples).rules
    #expect(rules.map(\.rule.name) == ["a", "b", "c", "weak"])
    #expect(
      rules[0].overlaps == [
        overlap("b", posts: 1, spans: 2, conflicts: 0),
        overlap("c", posts: 2, spans: 1, conflicts: 1),
      ]
    )
    #expect(
      rules[1].overlaps == [
        overlap("a", posts: 1, spans: 1, conflicts: 0),
        overlap("c", posts: 1, spans: 0, conflicts: 1),
      ]
    )
    #expect(
      rules[2].overlaps == [
        overlap("a", posts: 2, spans: 1, conflicts: 1),
        overlap("b", posts: 1, spans: 0, conflicts: 1),
      ]
    )
    #expect(rules.map(\.conflicts) == [1, 1, 2, 0])
  }

  @Test("hits in posts that nobody could judge are told apart")
  func unjudged() {
    let rules = Evaluation(samples).rules
    #expect(rules.map(\.hits) == [4, 1, 2, 0])
    #expect(rules.map(\.right) == [2, 1, 0, 0])
    #expect(rules.map(\.unjudged) == [1, 1, 0, 0])
  }

  @Test("a rule that found nothing at all is named; one with a weak finding is not")
  func silent() {
    let evaluation = Evaluation(samples, rules: ["weak", "z", "a", "d", "d"])
    #expect(evaluation.silentRules.map(\.name) == ["d", "z"])
    #expect(Evaluation(samples).silentRules.isEmpty)
  }

  @Test("a missed label is told with all that touched its words, and what came nearest")
  func nearMisses() throws {
    let sample = Sample("my aunt says garlic cures flu", .flag)
      .labelled("garlic cures flu", .falseRemedy, "cure")
      .labelled("my aunt says", .unverifiedClaim, "rumour")
      .excused("garlic cures", .falseRemedy, by: "cures", context: "reported", cue: "says")
      .found("flu", .falseRemedy, by: "weak", confidence: 0.3)
      .found("cures flu", .falseRemedy, by: "new", status: .experimental)
      .found("garlic", .unverifiedClaim, by: "claims")
    let evaluation = Evaluation([sample])
    let found = try #require(evaluation.misses.first)
    #expect(
      found.nearMisses(of: sample.post.labels[0]).map(\.reason) == [
        .suppressed, .weak, .experimental, .otherCategory,
      ]
    )
    #expect(found.nearMisses(of: sample.post.labels[1]).isEmpty)
    #expect(evaluation.missCounts.map(\.reason) == [.suppressed, .unmatched])
    #expect(evaluation.missCounts.map(\.labels) == [1, 1])
  }

  @Test(
    "of several reasons the nearest to finding the label counts",
    arguments: [
      (["weak", "other"], Evaluation.MissReason.weak), (["experimental", "other"], .experimental),
      (["weak", "experimental"], .weak), (["other"], .otherCategory), ([], .unmatched),
    ]
  )
  func reason(_ touching: [String], _ reason: Evaluation.MissReason) {
    let sample = touching.reduce(
      Sample("garlic cures flu", .flag).labelled("garlic", .falseRemedy, "cure")
    ) { sample, touch in
      switch touch {
      case "weak": sample.found("garlic", .falseRemedy, by: "w", confidence: 0.2)
      case "experimental":
        sample.found("garlic", .falseRemedy, by: "e", status: .experimental)
      default: sample.found("garlic", .unverifiedClaim, by: "o")
      }
    }
    #expect(Evaluation([sample]).missCounts.map(\.reason) == [reason])
  }
}
