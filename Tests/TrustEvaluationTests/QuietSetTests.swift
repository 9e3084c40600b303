import Testing

@testable import TrustEngine
@testable import TrustEvaluation
@testable import TrustRules

@Suite("Quiet sets") struct QuietSetTests {
  var news: QuietSet {
    var set = QuietSet(name: "news")
    for number in 1...2000 { set.add(Sample("rain on day \(number)", nil).screened) }
    set.add(
      Sample("garlic cures flu", nil).found("garlic", .falseRemedy, by: "cures")
        .found("flu", .falseRemedy, by: "cures").found("flu", .falseRemedy, by: "names").screened
    )
    set.add(
      Sample("tea cures flu", nil)
        .found("tea", .falseRemedy, by: "new", status: .experimental)
        .found("cures flu", .falseRemedy, by: "cures", confidence: 0.4).screened
    )
    return set
  }

  @Test("posts and hits are counted for each rule, experimental ones apart from the rate")
  func counts() throws {
    let set = news
    #expect(set.posts == 2002)
    #expect(set.flagged == 1)
    #expect(set.flagged(in: .falseRemedy) == 1)
    #expect(set.flagged(in: .unverifiedClaim) == 0)
    #expect(set.rules.map(\.rule.name) == ["cures", "names", "new"])
    #expect(set.rules.map(\.posts) == [1, 1, 1])
    #expect(set.rules.map(\.hits) == [2, 1, 1])
    let rate = try #require(set.perTenThousand)
    #expect(agree(rate.value, 10_000.0 / 2002))
    let interval = try #require(rate.interval)
    #expect(interval.contains(rate.value))
    #expect(agree(interval.upperBound, Jeffreys.interval(right: 1, of: 2002).upperBound * 10_000))
  }

  @Test("rates among 10,000 posts have intervals, for each category and rule too")
  func rates() throws {
    let set = news
    #expect(set.categories.map(\.category) == Category.core)
    #expect(set.categories.map(\.posts) == [1, 0, 0])
    let none = try #require(set.perTenThousand(0))
    #expect(none.value == 0 && none.interval?.lowerBound == 0)
    #expect(
      agree(
        none.interval?.upperBound ?? 0,
        Jeffreys.interval(right: 0, of: 2002).upperBound * 10_000
      )
    )
    let text = EvaluationDocument(quiet: [set]).text()
    #expect(text.contains("  demo/cures  stable            1     2  5.0 [0.5, 23.3]\n"))
    #expect(text.contains("  unverified-claim           0  0.0 [0.0, 12.5]\n"))
    let json = EvaluationDocument(quiet: [set]).json(pretty: false)
    #expect(
      json.contains(
        #""categories":[{"category":"false-remedy","posts":1,"perTenThousand":{"value":4.995,"#
      )
    )
  }

  @Test("a category of another pack is told if it is flagged")
  func otherCategory() {
    var set = QuietSet(name: "adverts")
    set.add(Sample("buy now", nil).found("buy", .other("promotion"), by: "adverts").screened)
    #expect(set.categories.map(\.category.name).last == "promotion")
    #expect(set.categories.map(\.posts) == [0, 0, 0, 1])
  }

  @Test("a known noisy rule is told: the measure itself works")
  func noisyRule() {
    var set = QuietSet(name: "news")
    for number in 1...300 {
      let sample = Sample("flu in town \(number)", nil)
      set.add((number % 3 == 0 ? sample.found("flu", .falseRemedy, by: "noisy") : sample).screened)
    }
    #expect(set.flagged == 100)
    #expect(set.rules.first?.posts == 100)
    #expect((set.perTenThousand?.interval?.lowerBound ?? 0) > 2500)
  }

  @Test("an empty set has no rate")
  func empty() {
    #expect(QuietSet(name: "none").rate == nil)
    #expect(QuietSet(name: "none").perTenThousand == nil)
  }
}
