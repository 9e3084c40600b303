import Testing

@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules

@Suite("SARIF") struct SARIFFormatTests {
  func run(_ drafts: [Draft], rules: [Rule] = [], _ options: ReportOptions = .init(language: "en"))
    throws -> ParsedJSON
  {
    let text = ReportFormat.sarif.render(drafts.map(\.document), rules: rules, options: options)
    let log = try ParsedJSON(text)
    #expect(log["version"]?.string == "2.1.0")
    return try #require(log["runs"]?[0])
  }

  func rule(_ name: String) -> Rule {
    Rule(
      id: Rule.ID(pack: "sample", name: name),
      category: .falseRemedy,
      kind: "cure",
      severity: .high,
      confidence: 0.7,
      status: .stable,
      message: Localized(zh: "“<remedy>”无效。", en: "<remedy> does not work."),
      suggestion: Localized(zh: "删去。", en: "Leave it out."),
      guidance: ["sample-guide", "unseen"],
      tags: ["food"],
      reviewBy: nil,
      renamedFrom: ["remedy.old"],
      mark: Mark(file: "sample.yaml", line: 1, column: 1)
    )
  }

  @Test("a result says where it is in lines, scalars and bytes")
  func region() throws {
    let run = try run([.everything])
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    let result = try #require(run["results"]?[0])
    let place = try #require(result["locations"]?[0]?["physicalLocation"])
    #expect(place["artifactLocation"]?["uri"]?.string == "%E8%8D%89%E7%A8%BF%201.txt")
    #expect(
      try place["region"]
        == ParsedJSON(
          """
          { "startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 15, "charOffset": 5,
            "charLength": 9, "byteOffset": 16, "byteLength": 27 }
          """
        )
    )
    #expect(result["partialFingerprints"]?["trustscreen/v1"]?.string == "f00d")
    #expect(result["message"]?["text"]?.string == "There is no evidence that this works.")
    #expect(result["relatedLocations"]?.array?.count == 2)
  }

  @Test(
    "severities become levels",
    arguments: [
      (Severity.critical, "error"), (.high, "error"), (.medium, "warning"), (.low, "note"),
      (.info, "note"),
    ]
  )
  func levels(_ pair: (Severity, String)) throws {
    let run = try run([Draft("甲").flagging("甲") { $0.severity = pair.0 }])
    #expect(run["results"]?[0]?["level"]?.string == pair.1)
  }

  @Test("the rank is the calibrated probability if there is one, else the finding's")
  func rank() throws {
    var draft = Draft("甲").flagging("甲") { $0.confidence = 0.425 }
    #expect(try run([draft])["results"]?[0]?["rank"]?.number == 42.5)
    draft.calibrated = 0.2
    #expect(try run([draft])["results"]?[0]?["rank"]?.number == 20)
  }

  @Test("rules that found something are described by their definitions, others are left out")
  func rules() throws {
    let run = try run([.everything], rules: [rule("unused"), rule("remedy.cures")])
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
    #expect(
      rules.map { $0["id"]?.string } == [
        "sample/claim.hearsay", "sample/name.place", "sample/remedy.cures",
      ]
    )
    let cures = try #require(rules.last)
    #expect(cures["fullDescription"]?["text"]?.string == "<remedy> does not work.")
    #expect(cures["deprecatedIds"] == .array([.string("sample/remedy.old")]))
    #expect(cures["helpUri"]?.string == "https://guide.example/garlic?a=1&b=2")
    #expect(cures["defaultConfiguration"]?["rank"]?.number == 70)
    #expect(cures["relationships"]?.array?.count == 1)
    for result in run["results"]?.array ?? [] {
      let index = try #require(result["ruleIndex"]?.number)
      #expect(rules[Int(index)]["id"] == result["ruleId"])
    }
  }

  @Test("guidance is a taxonomy that results and rules point into")
  func taxonomy() throws {
    let run = try run([.everything])
    let taxon = try #require(run["results"]?[0]?["taxa"]?[0])
    let index = try #require(taxon["index"]?.number)
    #expect(run["taxonomies"]?[0]?["taxa"]?[Int(index)]?["id"] == taxon["id"])
    #expect(run["tool"]?["extensions"]?[0]?["name"]?.string == "sample")
  }

  @Test("what context explained away is a suppressed result with the reason")
  func suppressions() throws {
    let results = try #require(run([.everything])["results"]?.array)
    #expect(results.count == 4)
    #expect(results[0]["suppressions"] == nil)
    #expect(
      try results[3]["suppressions"]
        == ParsedJSON(
          """
          [{ "kind": "external", "status": "accepted", "justification": "negated (cue “不能”)" }]
          """
        )
    )
  }

  @Test("a replacement is a fix")
  func fixes() throws {
    let change = try run([.everything])["results"]?[1]?["fixes"]?[0]?["artifactChanges"]?[0]
    let replacement = try #require(change?["replacements"]?[0])
    #expect(replacement["insertedContent"]?["text"]?.string == "COVID-19")
    #expect(replacement["deletedRegion"]?["byteLength"]?.number == 12)
  }

  @Test("a partial report is an unsuccessful execution that says why")
  func partial() throws {
    let whole = try run([Draft("好")])["invocations"]?[0]
    #expect(whole?["executionSuccessful"] == .bool(true))
    #expect(whole?["toolExecutionNotifications"]?.array == [])
    let part = try run([Draft("好"), Draft("坏").partial("deadline", "time ran out")])
    #expect(part["invocations"]?[0]?["executionSuccessful"] == .bool(false))
    let notice = part["invocations"]?[0]?["toolExecutionNotifications"]?[0]
    #expect(notice?["descriptor"]?["id"]?.string == "deadline")
    let place = notice?["locations"]?[0]?["physicalLocation"]?["artifactLocation"]
    #expect(place?["index"]?.number == 1)
  }

  @Test("no documents make an empty run")
  func nothing() throws {
    let run = try run([])
    #expect(run["results"]?.array == [])
    #expect(run["artifacts"]?.array == [])
    #expect(run["tool"]?["driver"]?["name"]?.string == "TrustScreen")
  }

  @Test("without text no word of the post is left")
  func withoutText() {
    let options = ReportOptions(language: "zh", includesText: false)
    let text = Draft.everything.render(.sarif, options)
    for word in ["大蒜", "不能", "COVID-19", "没有证据"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test(
    "paths become URI references",
    arguments: [
      ("a/b.txt", "a/b.txt"), ("/tmp/a b.txt", "file:///tmp/a%20b.txt"), ("c:d", "c%3Ad"),
      ("<stdin>", "%3Cstdin%3E"), ("草", "%E8%8D%89"), ("100%.md", "100%25.md"),
    ]
  )
  func uris(_ pair: (String, String)) {
    #expect(SARIFIndex.uri(pair.0) == pair.1)
  }
}
