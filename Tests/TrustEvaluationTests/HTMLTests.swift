import Testing

@testable import TrustEngine
@testable import TrustEvaluation
@testable import TrustRules

@Suite("HTML") struct HTMLTests {
  let samples: [Sample] = [
    Sample("大蒜能治新冠，快转", .flag, stance: .asserts, id: "zh-1", language: "zh")
      .labelled("大蒜能治新冠", .falseRemedy, "cure")
      .excused("大蒜能治新冠", .falseRemedy, by: "治病", context: "questioned", cue: "快转"),
    Sample("salt kills it", .flag, id: "en-2").labelled("salt kills it", .falseRemedy, "cure"),
    Sample("garlic cures flu", .flag, id: "en-3").labelled("garlic", .falseRemedy, "cure")
      .found("garlic", .falseRemedy, by: "cures"),
    Sample("umbrellas again", .pass, stance: .offTopic, id: "en-1")
      .found("umbrellas", .falseRemedy, by: "rain", confidence: 0.75),
  ]

  func document(_ samples: [Sample], halves: Bool = false) -> EvaluationDocument {
    var quiet = QuietSet(name: "news")
    for sample in samples { quiet.add(sample.screened) }
    return EvaluationDocument(
      evaluation: Evaluation(samples, resamples: 20, halves: halves, rules: ["silent"]),
      quiet: [quiet],
      unread: [LabelledPosts.Issue(file: "a.jsonl", line: 3, reason: "unknown verdict “garlik”")]
    )
  }

  /// The tags of a page as they are written, without `<` and `>`.
  func tags(_ html: String) -> [Substring] {
    html.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
  }

  /// The names of all elements of a page.
  func elements(_ html: String) -> Set<String> {
    Set(tags(html).map { $0.prefix { $0 != " " }.drop { $0 == "/" }.lowercased() })
  }

  @Test(
    "a hostile post, id, source, language, category or file name adds no element and no attribute"
  )
  func injection() {
    let evil = #"'"><img src=x onerror=alert(1)><script>alert(2)</script>"#
    let sample = Sample("\(evil) garlic cures", .flag, id: evil, language: evil, source: evil)
      .labelled(evil, .other(evil), evil)
      .found("garlic", .falseRemedy, by: evil)
      .excused("cures", .falseRemedy, by: evil, context: evil, cue: evil)
    let other = Sample("quiet", .pass, id: "other", source: "other")
    var quiet = QuietSet(name: evil)
    quiet.add(sample.screened)
    let hostile = EvaluationDocument(
      evaluation: Evaluation([sample, other], halves: true, rules: [evil + "2"]),
      quiet: [quiet],
      unread: [LabelledPosts.Issue(file: evil, line: 1, reason: evil)]
    ).html()
    let plain = document(samples + [other], halves: true).html()
    #expect(elements(hostile).subtracting(elements(plain)).isEmpty)
    #expect(!hostile.contains("<img") && !hostile.contains("<script"))
    #expect(!tags(hostile).contains { $0.contains("alert") || $0.contains("onerror") })
    #expect(hostile.contains("&lt;script&gt;alert(2)&lt;/script&gt;"))
  }

  @Test("the page is one file that asks nobody for anything and runs nothing")
  func selfContained() {
    let html = document(samples).html()
    #expect(html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "))
    #expect(elements(html).isDisjoint(with: ["script", "link", "img", "iframe", "object", "form"]))
    #expect(!html.contains("src=") && !html.contains("url(") && !html.contains("@import"))
    #expect(html == document(samples).html())
  }

  @Test("the language asked for is shown first, and the other is a switch away")
  func languages() {
    let chinese = document(samples).html(language: "zh-Hans")
    #expect(chinese.contains("<html lang=\"zh\">"))
    #expect(chinese.contains("<title>TrustScreen · 规则评测</title>"))
    #expect(chinese.contains(#"id="language-zh" aria-label="中文" checked>"#))
    #expect(chinese.contains(">How right the rules are</span>"))
    #expect(document(samples).html(language: "en").contains("<html lang=\"en\">"))
  }

  @Test("words are marked where labels and findings are, however they overlap")
  func marks() {
    func marked(_ sample: Sample) -> String {
      MarkedPost(Evaluation.Case(sample.screened, threshold: 0.5), threshold: 0.5).html
    }
    let overlapping = Sample("abcdef", .flag).labelled("bcd", .falseRemedy, "cure")
      .found("cde", .falseRemedy, by: "r")
    #expect(
      marked(overlapping)
        == #"a<mark class="label">b</mark><mark class="label"><mark class="right">cd</mark></mark>"#
        + ##"<sup class="ref label">&#8288;L1</sup><mark class="right">e</mark>"##
        + ##"<sup class="ref right">&#8288;F1</sup>f"##
    )
    let excused = Sample("a<b", .pass).found("a", .falseRemedy, by: "r", confidence: 0.1)
      .excused("<", .falseRemedy, by: "r", context: "negated", cue: "b")
    #expect(
      marked(excused)
        == ##"<mark class="idle">a</mark><sup class="ref idle">&#8288;F1</sup>"##
        + ##"<mark class="excused">&lt;</mark><sup class="ref excused">&#8288;S1</sup>"##
        + #"<mark class="cue">b</mark>"#
    )
  }

  /// The card of one post.
  func card(_ id: String, in html: String) throws -> Substring {
    let cards = html.split(separator: "<article class=\"case\">")
    return try #require(cards.first { $0.contains("<code>\(id)</code>") })
  }

  @Test("a miss says what explained it away, or that no rule matched")
  func misses() throws {
    let html = document(samples).html()
    let excused = try card("zh-1", in: html)
    #expect(excused.contains("A context explained the match away"))
    #expect(excused.contains("asked as a question"))
    #expect(excused.contains("<q class=\"cue\">快转</q> <code>questioned</code>"))
    #expect(excused.contains("demo/治病"))
    #expect(!excused.contains("No rule matched."))
    #expect(try card("en-2", in: html).contains("No rule matched."))
  }

  @Test("a false alarm says which rule, how sure, why, and on what words")
  func falseAlarms() throws {
    let alarm = try card("en-1", in: document(samples).html())
    #expect(alarm.contains("<code>demo/rain</code>"))
    #expect(alarm.contains("75%"))
    #expect(alarm.contains("about “umbrellas”"))
    #expect(alarm.contains("<q class=\"\">umbrellas</q> <small>"))
    #expect(alarm.contains("<code>words</code>"))
    #expect(alarm.contains(">Wrong</span>"))
  }

  @Test("without text no word of a post is on the page")
  func withoutText() {
    let html = document(samples).html(includesText: false)
    for word in ["大蒜", "新冠", "快转", "salt", "garlic", "umbrellas", "garlik"] {
      #expect(!html.contains(word))
      #expect(document(samples).html().contains(word))
    }
    #expect(html.contains("<code>en-1</code>") && html.contains("[0, 9)"))
    #expect(html.contains("a.jsonl:3"))
  }

  @Test("every case is listed unless fewer are asked for")
  func limits() {
    let all = document(samples).html()
    // Two misses and a false alarm; the quiet set has two flagged posts.
    #expect(all.split(separator: "<article class=\"case\">").count - 1 == 5)
    #expect(all.contains("2 posts</span>"))
    let one = document(samples).html(cases: 1)
    #expect(one.split(separator: "<article class=\"case\">").count - 1 == 3)
    #expect(one.contains("2 posts, the first 1 listed"))
  }

  @Test("charts draw what was measured: recall across, precision up")
  func charts() {
    let pair = [
      Sample("garlic cures flu", .flag, id: "1").labelled("garlic", .falseRemedy, "cure")
        .found("garlic", .falseRemedy, by: "r", confidence: 0.9),
      Sample("salt kills it", .flag, id: "2").labelled("salt", .falseRemedy, "cure"),
      Sample("tea", .pass, id: "3").found("tea", .falseRemedy, by: "r", confidence: 0.6),
    ]
    let html = document(pair).html()
    // From recall ½ at precision 1, at a threshold of 0.9, to recall ½ at precision ½, at 0.6.
    #expect(html.contains(#"<path class="curve remedy" d="M143.0 10.0L143.0 115.0"/>"#))
    #expect(html.contains(#"<circle class="chosen" cx="143.0" cy="115.0" r="7"/>"#))
  }

  @Test("the measuring half is counted and never shown")
  func halves() {
    let hidden = Sample("secret words", .flag, id: "e").labelled("secret", .falseRemedy, "cure")
    let shown = Sample("open words", .flag, id: "a").labelled("open", .falseRemedy, "cure")
    let html = EvaluationDocument(evaluation: Evaluation([hidden, shown], halves: true)).html()
    #expect(html.contains("open") && !html.contains("secret"))
    #expect(html.contains("1 more in the measuring half are not shown"))
    #expect(html.contains("F1, measuring half"))
  }
}
