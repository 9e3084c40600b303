import Testing

@testable import TrustInput

@Suite("Documents") struct DocumentTests {
  private func read(_ name: String, _ text: String, profile: String = "generic") throws -> Reading {
    let folder = try Folder()
    return try Reading([folder.write(name, text)], .profile(profile))
  }

  /// Each byte of a text that stands as it is in the document is where the map says.
  private func check(_ field: InputPost.Field, _ document: String) throws {
    let source = Array(document.utf8)
    let map = try #require(field.map)
    for (piece, next) in zip(map.pieces, map.pieces.dropFirst().map(\.text) + [field.text.count]) {
      for place in piece.text..<next where piece.isVerbatim {
        #expect(source[map.source(of: place)] == field.text[place])
      }
    }
  }

  @Test("of a page the words that are seen are read")
  func readsPages() throws {
    let page = """
      <!DOCTYPE html><html><head><title>标题 &amp; more</title><style>p {}</style>
      <script>if (a < b) "<p>no</p>";</script></head><body><!-- no -->
      <p>喝漂白水&nbsp;能<b>治</b>病？</p><div>5 &lt; 6<br>next   line</div><P title="a>b">x&unknown;y
      </body></html>
      """
    let reading = try read("a.html", page)
    #expect(
      reading.texts == ["标题 & more", "喝漂白水 能治病？\n5 < 6\nnext line\nx&unknown;y"]
    )
    for field in reading.posts.flatMap(\.fields) { try check(field, page) }
  }

  @Test("of an article of WeChat title, account, time and content are read")
  func readsArticles() throws {
    let page = """
      <html><head><meta property="og:url" content="https://mp.example/s?a=1&amp;b=2"></head><body>
      <h1 id="activity-name"> 春天养生 </h1><a id="js_name"> 健康号 </a><em id="publish_time"></em>
      <div id="js_content"><section><div>第一段</div><p>第二段</p></section></div>
      <div>喜欢此内容的人还喜欢</div><script>var ct = "1700000000";</script></body></html>
      """
    let reading = try read("a.html", page, profile: "wechat")
    #expect(reading.texts == ["春天养生", "第一段\n第二段"])
    let facts = try #require(reading.posts.first?.facts)
    #expect(facts.platform == "wechat")
    #expect(facts.accountName == "健康号")
    #expect(facts.time == "2023-11-14T22:13:20Z")
    #expect(facts.url == "https://mp.example/s?a=1&b=2")
  }

  @Test("of subtitles the words are read")
  func readsSubtitles() throws {
    let srt =
      "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>大蒜</i>能\r\n治病\r\n\r\n2\r\n00:00:03,000 --> "
      + "00:00:04,000\r\n{\\an8}不能 2 < 3\r\n"
    let words = try read("a.srt", srt)
    #expect(words.texts == ["大蒜能\n治病\n不能 2 < 3"])
    for field in words.posts.flatMap(\.fields) { try check(field, srt) }
    let vtt =
      "WEBVTT\n\nNOTE no\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ann>Hi &amp; bye\n"
    #expect(try read("a.vtt", vtt).texts == ["Hi & bye"])
    let ass =
      "[Script Info]\nTitle: x\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, "
      + "MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\b1}一,二\\N三\n"
    #expect(try read("a.ass", ass).texts == ["一,二\n三"])
  }

  @Test("of a Word document the paragraphs are read, without what was deleted")
  func readsWord() throws {
    let reading = try Reading([Fixtures.path("letter.docx")], .profile("generic"))
    #expect(reading.texts == ["喝漂白水 & 别的\nSecond\tline"])
    #expect(reading.posts.first?.place.file.hasSuffix("letter.docx/word/document.xml") == true)
  }

  @Test("Markdown is one post, and a document without words a failure")
  func readsOthers() throws {
    #expect(try read("a.md", "# 标题\n\n文字 **重**").texts == ["# 标题\n\n文字 **重**"])
    #expect(try read("a.html", "<html><img src=x></html>").failures.map(\.reason) == [.noText])
  }

  @Test("no bytes make markup crash", arguments: 0..<20)
  func survivesNoise(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let signs = ["<", ">", "&", "\"", "'", "/", "=", "p", "script", "!--", "-->", " ", "#38;", "字"]
    let text = (0..<300).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return signs[Int(state >> 33) % signs.count]
    }.joined()
    for field in try read("a.html", text).posts.flatMap(\.fields) { try check(field, text) }
    _ = try read("a.srt", text)
  }
}
