import Testing
import TrustReport

@testable import TrustEngine
@testable import TrustEvaluation
@testable import TrustRules

@Suite("Text and JSON") struct OutputTests {
  let samples: [Sample] = [
    Sample("大蒜能治新冠，快转", .flag, stance: .asserts, id: "zh-1", language: "zh")
      .labelled("大蒜能治新冠", .falseRemedy, "cure")
      .excused("大蒜能治新冠", .falseRemedy, by: "治病", context: "questioned", cue: "快转"),
    Sample("rain\u{1B}[2J\nagain", .pass, stance: .offTopic, id: "en-1")
      .found("rain", .falseRemedy, by: "rain", confidence: 0.75),
  ]

  var document: EvaluationDocument {
    var quiet = QuietSet(name: "news")
    for sample in samples { quiet.add(sample.screened) }
    return EvaluationDocument(
      evaluation: Evaluation(samples),
      quiet: [quiet],
      unread: [LabelledPosts.Issue(file: "a.jsonl", line: 3, reason: "not JSON")]
    )
  }

  @Test("columns stay straight with Chinese and pictures in them")
  func table() {
    var table = TextTable([("规则", .left), ("hits", .right), ("", .left)])
    table.add(["治病", "12", "x"])
    table.add(["a🧄b", "3", ""])
    table.add(["大蒜茶", "400", "y"])
    #expect(
      table.lines(indent: 1)
        == [
          " 规则    hits",
          " 治病      12  x",
          " a🧄b       3",
          " 大蒜茶   400  y",
        ].map { $0 + "\n" }.joined()
    )
  }

  @Test(
    "words of posts cannot act on the terminal and fit on their line",
    arguments: [
      ("a\u{1B}[2J\r\n b", 80, "a [2J b"), ("\u{202E}abc", 80, "abc"), ("大蒜治病", 8, "大蒜治病"),
      ("大蒜治病", 7, "大蒜治…"), ("大蒜治病", 6, "大蒜…"), ("abcd", 3, "ab…"), ("", 3, ""),
    ]
  )
  func terminalText(_ text: String, _ columns: Int, _ line: String) {
    #expect(TerminalText.line(text, columns: columns) == line)
    #expect(DisplayWidth.of(line) <= columns)
  }

  @Test("fixed decimals are rounded and filled up")
  func fixed() {
    #expect(Estimate.fixed(0.0625, decimals: 3) == "0.063")
    #expect(Estimate.fixed(0.9996, decimals: 3) == "1.000")
    #expect(Estimate.fixed(12.04, decimals: 1) == "12.0")
    #expect(Estimate(value: 0.5, interval: 0.25...1).text == "0.500 [0.250, 1.000]")
    #expect((nil as Estimate?).text == "–")
  }

  @Test("the text tells what was missed, why, what was wrong, and what was not read")
  func text() {
    let text = document.text()
    #expect(
      text.contains(
        """
        Misses (1):
          zh-1 (zh, flag, asserts, not flagged)
            大蒜能治新冠，快转
            missed      false-remedy/cure “大蒜能治新冠”
            suppressed  demo/治病 0.80 “大蒜能治新冠” by questioned “快转”

        False alarms (1):
          en-1 (en, pass, off-topic, flagged)
            rain [2J again
            finding     demo/rain 0.75 “rain” (wrong)

        """
      )
    )
    #expect(text.contains("news: 2 posts, 1 flagged, 5000.0 in 10,000 ["))
    #expect(text.hasSuffix("Not read (1):\n  a.jsonl:3: not JSON\n"))
    #expect(text.contains("off-topic       1        1  1.000"))
    let short = document.text(cases: 0)
    #expect(short.contains("Misses (1):\n  … and 1 more\n"))
    #expect(!short.contains("zh-1"))
  }

  @Test("JSON has its keys in fixed order and at most four decimals")
  func json() throws {
    let json = document.json(pretty: false)
    #expect(json == document.json(pretty: false))
    #expect(json.hasPrefix(#"{"schema":"trustscreen.evaluation/1","identity":{"engine":"#))
    let row = #"""
      "category":"false-remedy","posts":{"predicted":1,"right":0,"labelled":1,"found":0,\#
      "truePositives":0,"falsePositives":1,"falseNegatives":1,\#
      "precision":{"value":0,"interval":null},"recall":{"value":0,"interval":null},\#
      "f1":{"value":0,"interval":null}}
      """#
    #expect(json.contains(row))
    #expect(json.contains(#""precision":{"value":0,"interval":[0,0.8533]}"#))
    let miss = #"""
      "misses":[{"id":"zh-1","language":"zh","verdict":"flag","stance":"asserts",\#
      "flagged":false,"text":"大蒜能治新冠，快转","labels":[{"category":"false-remedy",\#
      "kind":"cure","scalars":[0,6],"text":"大蒜能治新冠","found":false,\#
      "missedBecause":"suppressed"}],"findings":[],\#
      "suppressed":[{"rule":"demo/治病","category":"false-remedy","kind":"cure",\#
      "status":"stable","confidence":0.8,"scalars":[0,6],"text":"大蒜能治新冠",\#
      "by":"questioned","cue":{"scalars":[7,9],"text":"快转"}}]}]
      """#
    #expect(json.contains(miss))
    #expect(json.contains(#""unread":[{"file":"a.jsonl","line":3,"reason":"not JSON"}]"#))
    #expect(JSONValue(parsing: json.utf8) == JSONValue(parsing: document.json().utf8))
    #expect(JSONValue(parsing: json.utf8) != nil)
  }

  @Test("without text no word of a post is in the JSON")
  func withoutText() {
    let json = document.json(includesText: false)
    #expect(!json.contains("大蒜") && !json.contains("again") && !json.contains("快转"))
    #expect(json.contains("zh-1"))
  }

  @Test("without text no word of a post is in the tables either")
  func textWithoutText() {
    let text = document.text(includesText: false)
    #expect(!text.contains("大蒜") && !text.contains("[2J") && !text.contains("快转"))
    #expect(text.contains("missed      false-remedy/cure [0, 6)\n"))
    #expect(text.contains("a.jsonl:3\n"))
  }

  @Test("the text tells curves, bins, shared hits and silent rules only if asked for more")
  func verbose() {
    let evaluation = Evaluation(
      [
        Sample("garlic cures flu", .flag, id: "1").labelled("garlic", .falseRemedy, "cure")
          .found("garlic", .falseRemedy, by: "a").found("garlic", .falseRemedy, by: "b")
          .scored(.falseRemedy, 0.8),
        Sample("rain", .pass, id: "2"),
      ],
      rules: ["a", "quiet"]
    )
    let document = EvaluationDocument(evaluation: evaluation)
    let brief = document.text()
    #expect(brief.contains("    any                    raw                     0.100  0.020\n"))
    #expect(brief.contains("Rules that found nothing: 1\n"))
    #expect(!brief.contains("demo/quiet"))
    let whole = document.text(isVerbose: true)
    #expect(whole.contains("    0.05–0.80  1.000 1.000 1.000  1.000 1.000 1.000  "))
    #expect(whole.contains("    0.85–0.95  – 0.000 0.000      – 0.000 0.000      "))
    #expect(whole.contains("demo/b 1 (1)\n"))
    #expect(whole.contains("Rules that found nothing: 1\n  demo/quiet\n"))
    #expect(
      whole.contains("any                    0.000–0.800      2  0.400  0.500 [0.061, 0.939]\n")
    )
  }

  @Test("halves and sources stand side by side")
  func sideBySide() {
    let evaluation = Evaluation(
      [
        Sample("garlic", .flag, id: "a", source: "x\u{1B}[2J").labelled(
          "garlic",
          .falseRemedy,
          "cure"
        ),
        Sample("rain", .pass, id: "e", source: "y").found("rain", .falseRemedy, by: "r"),
      ],
      halves: true
    )
    let text = EvaluationDocument(evaluation: evaluation).text(cases: 0)
    #expect(text.contains("\n  x [2J      1     1   0   0   1  –          0.000   0.000\n"))
    #expect(text.contains("\n  measuring          1     0   0   1   0  0.000"))
    #expect(text.contains("  1 more in the measuring half, which stays unread\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test("JSON tells scores, halves, sources, overlaps and reasons")
  func jsonOfScores() {
    let evaluation = Evaluation(
      [
        Sample("garlic cures", .flag, id: "a", source: "x").labelled("garlic", .falseRemedy, "cure")
          .found("garlic", .falseRemedy, by: "r").found("cures", .falseRemedy, by: "s")
          .scored(.falseRemedy, 0.8, calibrated: 0.75),
        Sample("salt", .flag, id: "e", source: "y").labelled("salt", .falseRemedy, "cure"),
      ],
      halves: true,
      rules: ["r", "t"]
    )
    let json = EvaluationDocument(evaluation: evaluation).json(pretty: false, cases: 0)
    for expected in [
      #""language":null,"source":"x","half":null,"posts":{"judged":1,"#,
      #""language":"en","source":null,"half":"measuring","posts":{"judged":1,"#,
      #""flagging":[{"threshold":0.8,"predicted":1,"right":1,"precision":1,"recall":0.5,"f1":0.6667}]"#,
      #""scoring":[{"threshold":0.75,"predicted":1,"right":1,"precision":1,"recall":0.5,"f1":0.6667}]"#,
      #""basis":"mixed","calibrationError":0.625,"brier":0.5313,"#,
      #""bins":[{"scores":[0,0.75],"posts":2,"labelled":2,"mean":0.375,"observed":{"value":1,"#,
      #""unjudged":0,"conflicts":1,"overlaps":[{"rule":"demo/s","posts":1,"spans":0,"conflicts":1}]"#,
      #""silentRules":["demo/t"],"missedBecause":[{"reason":"unmatched","labels":1}],"#,
      #""withheld":{"misses":1,"falseAlarms":0},"misses":[],"falseAlarms":[]"#,
    ] {
      #expect(json.contains(expected))
    }
    #expect(JSONValue(parsing: json.utf8) != nil)
  }

  @Test("a document of a quiet set alone has no labelled part")
  func quietOnly() {
    let json = EvaluationDocument(quiet: document.quiet).json(pretty: false, cases: 0)
    #expect(json.contains(#""labelled":null,"quiet":[{"name":"news","threshold":0.5,"posts":2,"#))
    #expect(json.contains(#""alarms":[]"#))
    #expect(json.contains(#""engine":"trustscreen 0""#))
  }
}
