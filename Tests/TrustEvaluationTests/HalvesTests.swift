import Testing

@testable import TrustEvaluation
@testable import TrustRules

@Suite("Halves and sources") struct HalvesTests {
  // First bytes by `printf %s a | sha256sum`: ca, 3f, a5, 36, e3.
  @Test(
    "a post is read if the first byte of its id's hash is even",
    arguments: [
      ("a", Half.reading), ("e", .measuring), ("中", .measuring), ("文", .reading),
      ("", .measuring),
    ]
  )
  func halfOfID(_ id: String, _ half: Half) {
    #expect(Half(id: id) == half)
    #expect(LabelledPost(id: id, text: "x").half == half)
  }

  let samples: [Sample] = [
    Sample("garlic cures flu", .flag, id: "a").labelled("garlic", .falseRemedy, "cure"),
    Sample("tea cures flu", .flag, id: "e").labelled("tea", .falseRemedy, "cure"),
    Sample("姜能治病", .flag, id: "中", language: "zh").labelled("姜", .falseRemedy, "cure")
      .found("姜", .falseRemedy, by: "cures"),
    Sample("今天下雨", .pass, id: "文", language: "zh").found("雨", .falseRemedy, by: "rain"),
    Sample("sun", .pass, id: "").found("sun", .falseRemedy, by: "rain"),
  ]

  @Test("both halves are measured beside the whole, each also by language")
  func halves() {
    let evaluation = Evaluation(samples, halves: true)
    #expect(evaluation.overall.judged == 5)
    #expect(
      evaluation.halves.map(\.scope) == [
        .init(half: .reading), .init(language: "en", half: .reading),
        .init(language: "zh", half: .reading), .init(half: .measuring),
        .init(language: "en", half: .measuring), .init(language: "zh", half: .measuring),
      ]
    )
    #expect(evaluation.halves.map(\.judged) == [2, 1, 1, 3, 2, 1])
    let measuring = evaluation.halves[3].row()?.posts.counts
    #expect(measuring == Counts(predicted: 2, right: 1, labelled: 2, found: 1))
    #expect(Evaluation(samples).halves.isEmpty)
  }

  @Test("an empty half is reported as empty, not left out")
  func emptyHalf() {
    let halves = Evaluation([samples[0]], halves: true).halves
    #expect(halves.map(\.scope.half) == [.reading, .reading, .measuring])
    #expect(halves.map(\.judged) == [1, 1, 0])
  }

  @Test("with halves only cases of the reading half are listed, and the others are counted")
  func withheld() {
    let evaluation = Evaluation(samples, halves: true)
    #expect(evaluation.misses.map(\.screened.post.id) == ["a"])
    #expect(evaluation.falseAlarms.map(\.screened.post.id) == ["文"])
    #expect([evaluation.withheldMisses, evaluation.withheldFalseAlarms] == [1, 1])
    let whole = Evaluation(samples)
    #expect(whole.misses.map(\.screened.post.id) == ["a", "e"])
    #expect(whole.falseAlarms.map(\.screened.post.id) == ["文", ""])
    #expect([whole.withheldMisses, whole.withheldFalseAlarms] == [0, 0])
  }

  @Test("sources are measured by name, and posts without one belong to none")
  func sources() {
    var posts = samples
    for (index, source) in ["weibo", "news", "weibo", nil, "news"].enumerated() {
      posts[index].post.source = source
    }
    let sources = Evaluation(posts).sources
    #expect(sources.map(\.scope) == [.init(source: "news"), .init(source: "weibo")])
    #expect(sources.map(\.judged) == [2, 2])
    #expect(sources[1].row()?.posts.counts.found == 1)
    #expect(sources.map(\.scores.count) == [0, 0])
  }

  @Test("a single source is the whole set, and no group of its own")
  func oneSource() {
    let posts = samples.map { sample in
      var sample = sample
      sample.post.source = "news"
      return sample
    }
    #expect(Evaluation(posts).sources.isEmpty)
  }
}
