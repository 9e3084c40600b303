import Foundation
import Testing
import TrustLanguageServer

@Suite("language server") struct LanguageServerTests {
  static let draft = "第一行😷👩‍⚕️\r\n😷𠮷 店员里有艾滋病人。\r结尾"

  @Test(
    "a finding stands on its words behind emoji, in either unit",
    arguments: ["utf-8", "utf-16"]
  )
  func places(_ encoding: String) throws {
    let editor = try Editor(encodings: [encoding])
    let diagnostics = editor.open(Self.draft)
    try #require(diagnostics.count == 1)
    let words = Editor.words(diagnostics[0]["range"], in: Self.draft, encoding: encoding)
    #expect(words == "艾滋病人")
    let range = diagnostics[0]["range"] as? [String: [String: Int]]
    #expect(range?["start"]?["line"] == 1)
    #expect(range?["start"]?["character"] == (encoding == "utf-8" ? 21 : 9))
  }

  @Test("UTF-16 is spoken unless the editor offers a unit that is known")
  func negotiates() throws {
    func chosen(_ encodings: [String]?) throws -> String? {
      var server = LanguageServer(try Editor.screener(), language: nil)
      let general: [String: Any] = encodings.map { ["positionEncodings": $0] } ?? [:]
      let answers = server.receive(
        Editor.frame([
          "jsonrpc": "2.0", "id": "a", "method": "initialize",
          "params": ["capabilities": ["general": general]],
        ])
      )
      let body = String(decoding: ServerMessage.bytes(try #require(answers.first)), as: UTF8.self)
      #expect(body.contains("\"id\":\"a\""))
      return body.firstMatch(of: /"positionEncoding":"([^"]+)"/).map { String($0.1) }
    }
    #expect(try chosen(nil) == "utf-16")
    #expect(try chosen([]) == "utf-16")
    #expect(try chosen(["utf-7", "utf-8", "utf-16"]) == "utf-8")
    #expect(try chosen(["utf-32"]) == "utf-32")
  }

  @Test("a diagnostic says what, how bad, by which rule, and on which words")
  func describes() throws {
    let editor = try Editor(showsEvidence: true)
    let diagnostic = try #require(editor.open("大蒜能治感冒").first)
    #expect(diagnostic["source"] as? String == "trustscreen")
    #expect(diagnostic["code"] as? String == "test/remedy")
    #expect(diagnostic["severity"] as? Int == 1)
    #expect(diagnostic["message"] as? String == "Do not trust 大蒜能治感冒")
    let evidence = diagnostic["relatedInformation"] as? [[String: Any]]
    #expect(evidence?.compactMap { $0["message"] as? String } == ["“大蒜”", "“治”", "“感冒”"])
    #expect(editor.open("大蒜不能治感冒").isEmpty)
  }

  @Test("messages are in the language asked for, else in the editor's")
  func languages() throws {
    let chosen = try Editor(language: "en").open("毒王").first?["message"] as? String
    #expect(chosen?.hasPrefix("Do not trust 毒王\nSay ") == true)
    let own = try Editor(language: nil).open("毒王").first?["message"] as? String
    #expect(own?.hasPrefix("“毒王”不可信\n改用") == true)
  }

  @Test("a fix that is applied gives the text that was meant", arguments: ["utf-8", "utf-16"])
  func fixes(_ encoding: String) throws {
    let editor = try Editor(encodings: [encoding])
    let place = try #require(editor.open(Self.draft).first?["range"])
    let fixes = editor.fixes(at: place)
    try #require(fixes.count == 1)
    #expect(fixes[0]["kind"] as? String == "quickfix")
    #expect(fixes[0]["isPreferred"] as? Bool == true)
    let mended = editor.apply(fixes[0], to: Self.draft, encoding: encoding)
    #expect(mended == Self.draft.replacing("艾滋病人", with: "艾滋病病毒感染者"))
  }

  @Test("wordings that an advice names are offered in the language of the draft")
  func namedWordings() throws {
    let editor = try Editor()
    _ = editor.open("他是毒王。A superspreader!")
    let chinese = editor.fixes(at: range(0, 2, 2)).map {
      editor.apply($0, to: "他是毒王。", encoding: "utf-16")
    }
    #expect(chinese == ["他是感染者。", "他是患者。"])
    let english = editor.fixes(at: range(0, 9, 9)).compactMap { $0["title"] as? String }
    #expect(
      english == [
        "Replace “superspreader” with “an outbreak”",
        "Replace “superspreader” with “a spreading event”",
      ]
    )
  }

  @Test("fixes are offered where they are asked for only")
  func asksForFixes() throws {
    let editor = try Editor()
    _ = editor.open("艾滋病人，今天天气很好")
    #expect(editor.fixes(at: range(0, 4, 4)).count == 1)
    #expect(editor.fixes(at: range(0, 6, 8)).isEmpty)
    #expect(editor.fixes(at: range(0, 0, 2), only: ["refactor"]).isEmpty)
    #expect(editor.fixes(at: range(0, 0, 2), only: ["quickfix"]).count == 1)
  }

  @Test("changes of parts give what changes of the whole give")
  func changesIncrementally() throws {
    let editor = try Editor()
    #expect(editor.open("😷艾滋病\n完").isEmpty)
    let found = editor.change([
      ["range": range(0, 5, 5), "text": "人"],
      ["range": range(0, 0, 2), "text": "👩‍⚕️😷"],
    ])
    let now = "👩‍⚕️😷艾滋病人\n完"
    try #require(found.count == 1)
    #expect(Editor.words(found[0]["range"], in: now, encoding: "utf-16") == "艾滋病人")
    #expect(editor.change([["text": "没有了"]]).isEmpty)
  }

  @Test("closing a draft takes its diagnostics away")
  func closes() throws {
    let editor = try Editor()
    #expect(editor.open("艾滋病人").count == 1)
    let messages = editor.notify("textDocument/didClose", ["textDocument": ["uri": editor.uri]])
    let parameters = messages.first?["params"] as? [String: Any]
    #expect((parameters?["diagnostics"] as? [Any])?.isEmpty == true)
    #expect(editor.fixes(at: range(0, 0, 4)).isEmpty)
  }

  @Test("shutdown and exit end with 0, exit alone with 1")
  func ends() throws {
    let polite = try Editor()
    #expect(polite.request("shutdown", [:]).keys.contains("result"))
    #expect(polite.request("textDocument/codeAction", [:])["error"] != nil)
    polite.notify("exit", [:])
    #expect(polite.exitStatus == 0)
    let abrupt = try Editor()
    abrupt.notify("exit", [:])
    #expect(abrupt.exitStatus == 1)
  }
}
