import Testing

@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules

@Suite("For reviews of changes") struct ReviewToolFormatTests {
  @Test("GitHub annotations have the place, the category and the advice")
  func gitHub() {
    #expect(
      Draft.everything.render(.github) == """
        ::error file=草稿 1.txt,line=1,col=6,endColumn=15,title=false remedy · cure \
        (sample/remedy.cures)::There is no evidence that this works.%0ASuggestion: Leave it out.\
        %0Ahttps://guide.example/garlic?a=1&b=2
        ::warning file=草稿 1.txt,line=2,col=1,endColumn=5,title=stigmatising language · naming \
        (sample/name.place)::Use the official name.%0AWrite instead: COVID-19
        ::notice file=草稿 1.txt,line=2,col=5,endColumn=11,title=unverified claim · rumour \
        (sample/claim.hearsay)::There is no source to check.
        ::warning file=草稿 1.txt,title=TrustScreen::Not fully screened: only the first 64 bytes \
        were screened (truncated)

        """
    )
  }

  @Test("what would end an annotation or a property is escaped")
  func gitHubEscapes() {
    let draft = Draft("甲", path: "a,b:c%.txt").flagging("甲") { finding in
      finding.message = Localized(zh: "", en: "100%: one,\r\n::error::two")
    }
    #expect(
      draft.render(.github)
        == "::error file=a%2Cb%3Ac%25.txt,line=1,col=1,endColumn=2,"
        + "title=false remedy · cure (sample/remedy.cures)"
        + "::100%25: one,%0D%0A::error::two\n"
    )
  }

  @Test("an annotation over several lines has lines only")
  func gitHubLines() {
    let text = Draft("甲\n乙").flagging("甲\n乙").render(.github)
    #expect(text.hasPrefix("::error file=draft.txt,line=1,endLine=2,title="))
    #expect(Draft("好").render(.github) == "")
  }

  @Test("reviewdog gets byte columns, a severity and a code")
  func reviewdog() throws {
    let result = try ParsedJSON(Draft.everything.render(.rdjson))
    #expect(result["source"]?["name"]?.string == "trustscreen")
    #expect(
      try result["diagnostics"]?[0]
        == ParsedJSON(
          """
          { "message": "There is no evidence that this works.\\nSuggestion: Leave it out.",
            "location": { "path": "草稿 1.txt",
              "range": { "start": { "line": 1, "column": 17 }, "end": { "line": 1, "column": 44 } } },
            "severity": "ERROR",
            "code": { "value": "sample/remedy.cures",
              "url": "https://guide.example/garlic?a=1&b=2" } }
          """
        )
    )
    let severities = result["diagnostics"]?.array?.map { $0["severity"]?.string }
    #expect(severities == ["ERROR", "WARNING", "INFO", "WARNING"])
    #expect(result["diagnostics"]?[3]?["code"]?["value"]?.string == "truncated")
  }

  @Test("reviewdog gets a replacement as a suggestion for exactly the words")
  func reviewdogSuggestion() throws {
    let result = try ParsedJSON(Draft.everything.render(.rdjson))
    let diagnostic = try #require(result["diagnostics"]?[1])
    #expect(diagnostic["suggestions"]?[0]?["text"]?.string == "COVID-19")
    #expect(diagnostic["suggestions"]?[0]?["range"] == diagnostic["location"]?["range"])
    #expect(result["diagnostics"]?[0]?["suggestions"] == nil)
    let silent = Draft.everything.render(
      .rdjson,
      ReportOptions(language: "en", includesText: false)
    )
    #expect(try ParsedJSON(silent)["diagnostics"]?[1]?["suggestions"] == nil)
  }

  @Test("reviewdog gets an empty list when there is nothing to say")
  func reviewdogNothing() throws {
    #expect(try ParsedJSON(ReportFormat.rdjson.render([]))["diagnostics"]?.array == [])
  }
}
