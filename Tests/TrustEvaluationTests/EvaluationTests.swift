import Testing

@testable import TrustEngine
@testable import TrustEvaluation
@testable import TrustRules

@Suite("Evaluation") struct EvaluationTests {
  /// Ten posts whose numbers are counted by hand in the tests below.
  let samples: [Sample] = [
    // Found, by two rules in one place.
    Sample("garlic cures flu", .flag, stance: .asserts)
      .labelled("garlic cures flu", .falseRemedy, "cure")
      .found("garlic cures", .falseRemedy, by: "cures")
      .found("garlic", .falseRemedy, by: "remedies"),
    // Found in the right post and category, at the wrong words.
    Sample("tea heals colds and honey prevents flu", .flag, stance: .asserts)
      .labelled("honey prevents flu", .falseRemedy, "prevention")
      .found("tea heals", .falseRemedy, by: "cures"),
    // Right words, wrong category.
    Sample("my cousin says salt kills it", .flag, stance: .asserts)
      .labelled("my cousin says", .unverifiedClaim, "rumour")
      .found("my cousin says", .falseRemedy, by: "cures"),
    // Two labels of two categories, one found.
    Sample("the lepers say onions cure pox", .flag, stance: .asserts)
      .labelled("onions cure pox", .falseRemedy, "cure")
      .labelled("lepers", .stigmatisingLanguage, "labelling")
      .found("lepers", .stigmatisingLanguage, by: "terms"),
    // Missed: only a weak finding, and one of an experimental rule.
    Sample("蒜能治病", .flag, stance: .asserts, language: "zh")
      .labelled("蒜能治病", .falseRemedy, "cure")
      .found("蒜能治病", .falseRemedy, by: "weak", confidence: 0.4)
      .found("治病", .falseRemedy, by: "new", status: .experimental),
    // Passes: one false alarm, one excused, one quiet.
    Sample("does garlic cure flu?", .pass, stance: .asks)
      .found("garlic cure flu", .falseRemedy, by: "cures"),
    Sample("garlic does not cure flu", .pass, stance: .refutes)
      .excused("cure flu", .falseRemedy, by: "cures", context: "negated", cue: "not"),
    Sample("大蒜不能治病", .pass, stance: .refutes, language: "zh"),
    // Count nowhere.
    Sample("nine died of garlic", .uncheckable, stance: .asserts)
      .found("died of garlic", .falseRemedy, by: "cures"),
    Sample("garlic cures all", nil).found("garlic cures all", .falseRemedy, by: "cures"),
  ]

  func counts(_ predicted: Int, _ right: Int, _ labelled: Int, _ found: Int) -> Counts {
    Counts(predicted: predicted, right: right, labelled: labelled, found: found)
  }

  @Test("posts are counted by hand, in any category and in each")
  func postCounts() {
    let all = Evaluation(samples).overall
    #expect(all.row()?.posts.counts == counts(5, 4, 5, 4))
    #expect(all.row(.falseRemedy)?.posts.counts == counts(4, 2, 4, 2))
    #expect(all.row(.stigmatisingLanguage)?.posts.counts == counts(1, 1, 1, 1))
    #expect(all.row(.unverifiedClaim)?.posts.counts == counts(0, 0, 1, 0))
    #expect(all.row()?.posts.precision?.value == 0.8)
    #expect(all.row(.unverifiedClaim)?.posts.precision == nil)
    #expect(all.row(.unverifiedClaim)?.posts.recall?.value == 0)
  }

  @Test("a span is right when it overlaps a label of its category, and a label is found once")
  func spanCounts() {
    let all = Evaluation(samples).overall
    #expect(all.row()?.spans.counts == counts(6, 3, 6, 2))
    #expect(all.row(.falseRemedy)?.spans.counts == counts(5, 2, 4, 1))
    #expect(all.row(.stigmatisingLanguage)?.spans.counts == counts(1, 1, 1, 1))
    #expect(all.row(.unverifiedClaim)?.spans.counts == counts(0, 0, 1, 0))
  }

  @Test("touching is not overlapping", arguments: [("ab", false), ("abc", true), ("fg", false)])
  func touching(_ words: String, _ isRight: Bool) {
    let sample = Sample("abcdefg", .flag).labelled("cde", .falseRemedy, "cure")
      .found(words, .falseRemedy, by: "r")
    let spans = Evaluation([sample]).overall.row()?.spans.counts
    #expect(spans == counts(1, isRight ? 1 : 0, 1, isRight ? 1 : 0))
  }

  @Test("words of another field flag the post and meet no label")
  func otherField() {
    let sample = Sample("garlic cures flu", .flag)
      .labelled("garlic cures flu", .falseRemedy, "cure")
      .found("garlic", .falseRemedy, by: "cures", field: "title")
    let row = Evaluation([sample]).overall.row()
    #expect(row?.posts.counts == counts(1, 1, 1, 1))
    #expect(row?.spans.counts == counts(1, 0, 1, 0))
  }

  @Test("each language has its own numbers, and uncheckable and unlabelled posts are only told")
  func languages() {
    let evaluation = Evaluation(samples)
    #expect(evaluation.groups.map(\.language) == [nil, "en", "zh"])
    #expect(evaluation.groups.map(\.judged) == [8, 6, 2])
    #expect(evaluation.overall.verdicts == [.flag: 5, .pass: 3, .uncheckable: 1])
    #expect(evaluation.overall.unlabelled == 1)
    #expect(evaluation.groups[2].row()?.posts.counts == counts(0, 0, 1, 0))
  }

  @Test("posts that are not judged change no number but the hits that nobody judged")
  func uncheckable() {
    let without = Evaluation(samples.filter { $0.post.isJudged }, resamples: 50)
    let with = Evaluation(samples, resamples: 50)
    #expect(with.overall.rows == without.overall.rows)
    let judged = with.rules.map { rule in
      var rule = rule
      rule.unjudged = 0
      return rule
    }
    #expect(judged == without.rules)
    #expect(with.rules.map(\.unjudged) == [2, 0, 0, 0, 0])
    #expect(with.overall.scores == without.overall.scores)
    #expect(with.falseAlarms == without.falseAlarms)
    #expect(with.misses == without.misses)
  }

  @Test("false alarms are told by stance")
  func stances() {
    let rows = Evaluation(samples).overall.stances
    #expect(rows.map(\.stance) == [.refutes, .asks])
    #expect(rows.map(\.passes) == [2, 1])
    #expect(rows.map(\.flagged) == [0, 1])
  }

  @Test("recall is told by kind, in the order of the labelling guide")
  func kinds() {
    let rows = Evaluation(samples).overall.kinds
    #expect(rows.map(\.kind) == ["cure", "prevention", "labelling", "rumour"])
    #expect(rows.map(\.labelled) == [3, 1, 1, 1])
    #expect(rows.map(\.found) == [1, 0, 1, 0])
  }

  @Test("a rule's hits are judged, and what only it flags is its own")
  func rules() throws {
    let rules = Evaluation(samples).rules
    #expect(rules.map(\.rule.name) == ["cures", "new", "remedies", "terms", "weak"])
    let cures = rules[0]
    #expect([cures.hits, cures.right, cures.unique, cures.uniqueRight] == [4, 1, 3, 2])
    let precision = try #require(cures.precision)
    #expect(precision.value == 0.25)
    #expect(precision.interval == Jeffreys.interval(right: 1, of: 4))
    let remedies = rules[2]
    #expect([remedies.hits, remedies.right, remedies.unique] == [1, 1, 0])
  }

  @Test("an experimental rule flags nothing and is judged all the same; so is a weak finding")
  func unproved() {
    let evaluation = Evaluation(samples)
    let new = evaluation.rules[1]
    #expect([new.hits, new.right, new.unique, new.uniqueRight] == [1, 1, 1, 1])
    let weak = evaluation.rules[4]
    #expect([weak.hits, weak.hitsBelow, weak.rightBelow, weak.unique] == [0, 1, 1, 0])
    #expect(weak.precision == nil)
    #expect(evaluation.misses.contains { $0.screened.post.id == "蒜能治病" && !$0.isFlagged })
  }

  @Test("a lower threshold lets weak findings count")
  func threshold() {
    let evaluation = Evaluation(samples, threshold: 0.4)
    #expect(evaluation.overall.row()?.posts.counts == counts(6, 5, 5, 5))
    #expect(evaluation.rules[4].unique == 1)
  }

  @Test("misses and false alarms are listed with what was overlooked and what was wrong")
  func cases() {
    let evaluation = Evaluation(samples)
    #expect(
      evaluation.misses.map(\.screened.post.id) == [
        "tea heals colds and honey prevents flu", "my cousin says salt kills it",
        "the lepers say onions cure pox", "蒜能治病",
      ]
    )
    #expect(
      evaluation.misses.map { $0.missed.map(\.kind) } == [
        ["prevention"], ["rumour"], ["cure"], ["cure"],
      ]
    )
    #expect(evaluation.misses.map(\.isFlagged) == [true, true, true, false])
    #expect(
      evaluation.falseAlarms.map(\.screened.post.id) == [
        "tea heals colds and honey prevents flu", "my cousin says salt kills it",
        "does garlic cure flu?",
      ]
    )
    #expect(evaluation.falseAlarms.allSatisfy { $0.wrong.map(\.rule.name) == ["cures"] })
  }

  @Test("the same posts and seed give the same evaluation, and order changes only intervals")
  func deterministic() {
    let once = Evaluation(samples, resamples: 100, seed: 9)
    #expect(once == Evaluation(samples, resamples: 100, seed: 9))
    #expect(once.overall.row()?.posts.f1?.interval != nil)
    #expect(once != Evaluation(samples, resamples: 100, seed: 10))
    let reversed = Evaluation(samples.reversed(), resamples: 0)
    let straight = Evaluation(samples, resamples: 0)
    #expect(reversed.groups == straight.groups)
    #expect(reversed.rules == straight.rules)
  }

  @Test("without posts there is nothing to measure, and nothing fails")
  func empty() {
    let evaluation = Evaluation([])
    #expect(evaluation.overall.judged == 0)
    #expect(evaluation.overall.row()?.posts.f1 == nil)
    #expect(evaluation.identity == nil)
  }

  @Test("a category of another pack gets its row")
  func otherCategory() {
    let sample = Sample("buy now", .flag).labelled("buy", .other("promotion"), "any")
      .found("buy now", .other("promotion"), by: "adverts")
    let rows = Evaluation([sample]).overall.rows
    #expect(rows.map { $0.category?.name ?? "any" }.last == "promotion")
    #expect(rows.last?.spans.counts == counts(1, 1, 1, 1))
  }

  @Test("reports on posts that were not screened whole are told")
  func partial() {
    var sample = samples[0]
    sample.completeness = .partial([Notice(code: "truncated", detail: "")])
    #expect(Evaluation([sample, samples[1]]).overall.partial == 1)
  }
}
