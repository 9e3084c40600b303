import Testing

@testable import TrustInput

@Suite("Profiles") struct ProfileTests {
  @Test("each built-in profile can be read", arguments: Profile.builtInNames)
  func readsBuiltIn(_ name: String) throws {
    let profile = try Profile.named(name)
    #expect(profile.name == name)
    #expect(!profile.texts.isEmpty && !profile.time.isEmpty)
    #expect(profile.platform == (name == "generic" ? nil : name))
  }

  @Test("a profile comes from a file, and mistakes in it are told")
  func readsFiles() throws {
    let folder = try Folder()
    let good = try folder.write("p.json", #"{"profile": "own", "texts": [["text", "a.b"]]}"#)
    #expect(try Profile.named(good).texts.first?.candidates == ["a.b"])
    for bad in [
      "[]", "{}", #"{"profile": "x"}"#, #"{"profile": "x", "texts": ["a"]}"#,
      #"{"profile": "x", "texts": [["a", "b"]], "id": "c"}"#,
    ] {
      let path = try folder.write("bad.json", bad)
      #expect(throws: InputError.self) { _ = try Profile.named(path) }
    }
    #expect(throws: InputError.noSuchProfile("x")) { _ = try Profile.named("x") }
  }

  @Test(
    "times are normalised, and an offset is not made up",
    arguments: [
      ("1700000000", "2023-11-14T22:13:20Z"), ("1700000000000", "2023-11-14T22:13:20Z"),
      ("Fri Jan 02 03:04:05 +0800 2026", "2026-01-02T03:04:05+08:00"),
      ("Fri, 02 Jan 2026 03:04:05 +0800", "2026-01-02T03:04:05+08:00"),
      ("2026-01-02 03:04:05", "2026-01-02T03:04:05"), ("2026-01-02", "2026-01-02"),
      ("2026/1/2 3:04", "2026-01-02T03:04:00"), ("2026年1月2日 03:04", "2026-01-02T03:04:00"),
      ("2026-01-02T03:04:05.123Z", "2026-01-02T03:04:05Z"), ("20260102", "2026-01-02"),
      ("2026-01-02T03:04:05+05:30", "2026-01-02T03:04:05+05:30"),
      ("20260102030405", "2026-01-02T03:04:05"), ("5分钟前", nil), ("2026-02-30", nil), ("", nil),
    ] as [(String, String?)]
  )
  func normalizesTimes(_ text: String, _ time: String?) {
    #expect(PostTime.normalized(text) == time)
  }

  @Test("a repost is the poster's own words, and then those of others")
  func splitsReposts() {
    let chain = RepostChain(Array("转需 //@甲:有道理//@乙：真的吗 http://a//b".utf8))
    #expect(String(decoding: chain.own, as: UTF8.self) == "转需")
    #expect(chain.quoted.map(\.account) == ["甲", "乙"])
    #expect(
      chain.quoted.map { String(decoding: $0.text, as: UTF8.self) } == ["有道理", "真的吗 http://a//b"]
    )
    #expect(RepostChain(Array("//@甲 没有冒号".utf8)).quoted.isEmpty)
  }

  @Test("topics are found by the marks of the platform")
  func findsTopics() {
    let text = Array("#春日 养生#看 #再来# #养生[话题]# #a_1,#b# 50% #".utf8)
    #expect(Topics.all(in: text, .wrapped) == ["春日 养生", "再来", "养生", "a_1,", "50%"])
    #expect(Topics.all(in: text, .plain) == ["春日", "看", "再来", "养生", "a_1", "b"])
  }

  @Test("what interfaces leave behind is dropped, and nothing else")
  func dropsTails() {
    let tails = ["...展开", "展开全文"].map { Array($0.utf8) }
    func cut(_ text: String) -> String {
      let bytes = Array(text.utf8)
      return String(decoding: bytes[..<TextTails.end(of: bytes, tails)], as: UTF8.self)
    }
    #expect(cut("话没说完 ...展开\u{200B} ") == "话没说完")
    #expect(cut("话没说完 展开全文") == "话没说完")
    #expect(cut("翅膀展开 ") == "翅膀展开 ")
  }
}
