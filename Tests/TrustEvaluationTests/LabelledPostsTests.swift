import Testing
import TrustEngine

@testable import TrustEvaluation
@testable import TrustRules

@Suite("Reading labelled posts") struct LabelledPostsTests {
  func read(
    _ text: String,
    unlabelled: Bool = false,
    change: (inout LabelledPosts.Options) -> Void = { _ in }
  ) -> LabelledPosts {
    var options = LabelledPosts.Options()
    options.unlabelled = unlabelled
    change(&options)
    var set = LabelledPosts(options: options)
    set.read(Array(text.utf8), file: "a.jsonl")
    return set
  }

  @Test("a record of the labelling guide gives a post with its labels")
  func wholeRecord() throws {
    let set = read(
      #"""
      {"id": "1", "lang": "zh", "text": "😷吃大蒜可以预防新冠", "verdict": "flag", "stance": "asserts", "findings": [{"category": "false-remedy", "kind": "prevention", "start": 1, "end": 10, "text": "吃大蒜可以预防新冠"}], "platform": "weibo"}
      """#
    )
    #expect(set.issues.isEmpty)
    let post = try #require(set.posts.first)
    #expect(
      post
        == LabelledPost(
          id: "1",
          language: "zh",
          text: "😷吃大蒜可以预防新冠",
          verdict: .flag,
          stance: .asserts,
          labels: [
            LabelledPost.Label(category: .falseRemedy, kind: "prevention", scalars: 1..<10)
          ]
        )
    )
    #expect(post.excerpt(1..<10) == "吃大蒜可以预防新冠")
    #expect(post.post.fields.map(\.name) == ["text"])
  }

  @Test(
    "words without offsets are located, the same words a second time at their second place",
    arguments: ["text", "span"]
  )
  func locatesWords(key: String) {
    let finding = #"{"category": "unverified-claim", "kind": "rumour", "\#(key)": "速转"}"#
    let record = #"{"id": 1, "text": "👨‍👩‍👧速转！速转！", "verdict": "flag", "findings": "#
    let set = read(record + "[\(finding), \(finding)]}")
    #expect(set.issues.isEmpty)
    #expect(set.posts.flatMap { $0.labels.map(\.scalars) } == [5..<7, 8..<10])
    #expect(set.posts.map(\.id) == ["1"])
    let thrice = read(record + "[\(finding), \(finding), \(finding)]}")
    #expect(thrice.posts.isEmpty)
    #expect(thrice.issues.map(\.reason) == ["findings[2]: “速转” is not in the text once more"])
  }

  @Test("a byte order mark, CRLF and blank lines leave lines and their numbers as they are")
  func lineEnds() {
    let good = #"{"id": "a", "text": "x", "verdict": "pass"}"#
    let other = #"{"id": "b", "text": "x", "verdict": "pass"}"#
    let set = read("\u{FEFF}\(good)\r\n\r\n \t\n\(other)\r\nno\r\n")
    #expect(set.posts.map(\.id) == ["a", "b"])
    #expect(
      set.issues == [LabelledPosts.Issue(file: "a.jsonl", line: 5, reason: "not JSON")]
    )
    #expect(set.issues.map(\.description) == ["a.jsonl:5: not JSON"])
    #expect(read("\u{FEFF}\r\n\(good)").issues.isEmpty)
    #expect(read("\u{FEFF}").issues.isEmpty)
  }

  @Test(
    "a line with a mistake is left out and told, and the lines after it are read",
    arguments: [
      (#"{"id": "a""#, ["not JSON"]),
      (#"["a"]"#, ["not a JSON object"]),
      (#"{"text": "x", "verdict": "pass"}"#, ["no “id”"]),
      (#"{"id": [], "text": "x", "verdict": "pass"}"#, ["“id” is not a name"]),
      (
        #"{"id": "a", "body": "x", "verdict": "pass"}"#,
        ["no “text”; the record has “body”, “id”, “verdict”"]
      ),
      (#"{"id": "a", "text": 5, "verdict": "pass"}"#, ["“text” is not a text"]),
      (#"{"id": "a", "text": "\ud800", "verdict": "pass"}"#, ["not JSON"]),
      (#"{"id": "a", "text": "x"}"#, ["no “verdict”"]),
      (
        #"{"id": "a", "text": "x", "verdict": "flagg"}"#,
        ["unknown verdict “flagg”; did you mean “flag”?"]
      ),
      (
        #"{"id": "a", "text": "x", "verdict": "pass", "stance": "jokes"}"#,
        [
          "unknown stance “jokes”; known are asserts, refutes, asks, reports, condemns, off-topic"
        ]
      ),
      (
        #"{"id": "a", "text": "x", "verdict": "flag", "findings": []}"#,
        ["the verdict is “flag”, but no finding is given"]
      ),
      (
        #"{"id": "a", "text": "x", "verdict": "pass", "findings": {}}"#,
        ["“findings” is not a list"]
      ),
      (
        #"{"id": "z", "text": "x", "verdict": "pass"}"#,
        ["the id “z” is already at a.jsonl:1"]
      ),
    ]
  )
  func mistakes(_ line: String, _ reasons: [String]) {
    let first = #"{"id": "z", "text": "x", "verdict": "pass"}"#
    let last = #"{"id": "y", "text": "x", "verdict": "pass"}"#
    let set = read([first, line, last].joined(separator: "\n"))
    #expect(set.posts.map(\.id) == ["z", "y"])
    #expect(set.issues.map(\.reason) == reasons)
    #expect(set.issues.allSatisfy { $0.line == 2 && $0.file == "a.jsonl" })
  }

  @Test(
    "a finding with a mistake is told with its number",
    arguments: [
      (
        #""category": "false-remedy", "kind": "cure", "start": 2, "end": 9"#,
        "[2, 9) is no run of a text of 6 scalars"
      ),
      (
        #""category": "false-remedy", "kind": "cure", "start": 2, "end": 2"#,
        "[2, 2) is no run of a text of 6 scalars"
      ),
      (
        #""category": "false-remedy", "kind": "cure", "start": 0, "end": 2, "text": "能治"#,
        nil
      ),
      (
        #""category": "false-remedy", "kind": "cure", "start": 0, "end": 2, "text": "能治""#,
        "“能治” is not at [0, 2): “大蒜” is"
      ),
      (
        #""category": "false-remedy", "kind": "cure", "start": 0, "text": "大蒜""#,
        "“start” and “end” are not two whole numbers"
      ),
      (
        #""category": "false-remedy", "kind": "cure", "start": 0.5, "end": 2"#,
        "“start” and “end” are not two whole numbers"
      ),
      (#""category": "false-remedy", "kind": "cure", "text": "姜""#, "“姜” is not in the text"),
      (
        #""category": "false-remedy", "kind": "cure""#,
        "neither “start” and “end” nor “text” or “span”"
      ),
      (
        #""category": "false_remedy", "kind": "cure", "text": "大蒜""#,
        "unknown category “false_remedy”; did you mean “false-remedy”?"
      ),
      (
        #""category": "false-remedy", "kind": "cured", "text": "大蒜""#,
        "unknown kind of false-remedy “cured”; did you mean “cure”?"
      ),
      (#""category": "false-remedy", "text": "大蒜""#, "no “kind”"),
      (#""kind": "cure", "text": "大蒜""#, "no “category”"),
    ] as [(String, String?)]
  )
  func mistakenFindings(_ finding: String, _ reason: String?) {
    let set = read(
      #"{"id": "a", "text": "大蒜能治新冠", "verdict": "flag", "findings": [{\#(finding)}]}"#
    )
    #expect(set.posts.isEmpty)
    #expect(set.issues.map(\.reason) == [reason.map { "findings[0]: \($0)" } ?? "not JSON"])
  }

  @Test("findings of a post that passes contradict it", arguments: ["pass", "uncheckable"])
  func contradiction(verdict: String) {
    let set = read(
      #"""
      {"id": "a", "text": "x", "verdict": "\#(verdict)", "findings": [{"category": "promotion", "kind": "any", "text": "x"}]}
      """#
    )
    #expect(set.posts.isEmpty)
    #expect(set.issues.map(\.reason) == ["there are findings, but the verdict is “\(verdict)”"])
  }

  @Test("categories of optional packs are read by their own names")
  func otherCategory() {
    let set = read(
      #"""
      {"id": "a", "text": "x", "verdict": "flag", "findings": [{"category": "promotion", "kind": "any", "text": "x"}]}
      """#
    )
    #expect(set.issues.isEmpty)
    #expect(set.posts.flatMap { $0.labels.map(\.category) } == [.other("promotion")])
  }

  @Test(
    "a post's source is its first field that holds a name",
    arguments: [
      (#""dataset": "a", "source": "b""#, "a"), (#""source": "b""#, "b"),
      (#""dataset": 7, "source": "b""#, "b"), (#""dataset": "", "source": {"name": "b"}"#, nil),
      (#""platform": "weibo""#, nil),
    ] as [(String, String?)]
  )
  func source(_ fields: String, _ source: String?) {
    let set = read(#"{"id": "a", "text": "x", "verdict": "pass", \#(fields)}"#)
    #expect(set.issues.isEmpty)
    #expect(set.posts.map(\.source) == [source])
  }

  @Test("the fields that name a source can be chosen")
  func sourceFields() {
    let set = read(
      #"{"id": "a", "text": "x", "verdict": "pass", "source": "s", "platform": "weibo"}"#
    ) { $0.sourceFields = ["platform"] }
    #expect(set.posts.map(\.source) == ["weibo"])
  }

  @Test("bytes that are not UTF-8 spoil their own line only")
  func notUTF8() {
    var set = LabelledPosts()
    let line = Array(#"{"id": "a", "text": "x", "verdict": "pass"}"#.utf8)
    set.read([0xFF, 0x0A] + line, file: "b.jsonl")
    #expect(set.posts.map(\.id) == ["a"])
    #expect(set.issues.map(\.description) == ["b.jsonl:1: not UTF-8"])
  }

  @Test("a quiet set needs neither verdict nor id, and may name its fields otherwise")
  func quietSet() {
    let set = read(
      """
      {"body": "雨", "key": 7}
      {"body": "snow", "lang": "en"}
      {"body": 3}
      """,
      unlabelled: true
    ) {
      $0.textField = "body"
      $0.idField = "key"
      $0.language = "zh"
    }
    #expect(set.posts.map(\.id) == ["7", "line 2"])
    #expect(set.posts.map(\.language) == ["zh", "en"])
    #expect(set.posts.allSatisfy { $0.verdict == nil })
    #expect(set.issues.map(\.line) == [3])
  }

  @Test("a file that is not there is an error, not an empty set")
  func missingFile() {
    var set = LabelledPosts()
    #expect(throws: LabelledPosts.UnreadableFile.self) { try set.read(file: "/no/such/file") }
  }
}
