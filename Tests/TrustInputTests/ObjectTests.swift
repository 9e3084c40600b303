import Testing

@testable import TrustInput

@Suite("JSON objects") struct ObjectTests {
  private func read(_ text: String, batch: Int = 1 << 19) throws -> Reading {
    let folder = try Folder()
    var options = try InputOptions.profile("generic")
    options.batchBytes = batch
    return try Reading([folder.write("a.json", text)], options)
  }

  @Test(
    "objects are found in arrays, in wrappers, and one behind the other",
    arguments: [
      #"[{"text": "a"}, {"text": "b"}]"#,
      #"{"text": "a"} {"text": "b"}"#,
      "{\"text\": \"a\"}\n{\"text\": \"b\"}\n",
      #"{"code": 0, "data": [{"text": "a"}, {"text": "b"}], "n": {"text": "no"}}"#,
      #"{"data": {"list": [{"text": "a"}, {"text": "b"}], "more": false}, "items": []}"#,
      #"{"user": {"data": "x"}, "weibo": [{"text": "a", "data": [{"x": "}"}]}, {"text": "b"}]}"#,
      "[\n  {\n    \"text\": \"a\",\n    \"x\": [1, {\"y\": \"]\\\"\"}]\n  },\n  {\"text\": \"b\"}\n]",
    ]
  )
  func findsObjects(_ text: String) throws {
    for batch in [1, 1 << 19] {
      let reading = try read(text, batch: batch)
      #expect(reading.texts == ["a", "b"])
      #expect(reading.failures.isEmpty)
    }
  }

  @Test("an object that is no wrapper is one post")
  func readsSingleObjects() throws {
    let reading = try read("{\n\"text\": \"a\",\n\"tags\": [{\"name\": \"t\"}], \"data\": [1]\n}")
    #expect(reading.texts == ["a"])
    #expect(reading.posts.first?.facts.tags == ["t"])
  }

  @Test("mistakes cost what they stand in")
  func recovers() throws {
    let reading = try read(
      "[{\"text\": \"a\"},\n{\"text\": \"b\nx\"},\n{\"text\": \"c\"}, 7, \"s\", [1], {bad}, null]"
    )
    #expect(reading.texts == ["a", "c"])
    #expect(reading.failures.map(\.reason).allSatisfy { $0 == .malformed })
    #expect(reading.failures.map(\.place.line) == [2, 4, 4, 4, 4, 4])
  }

  @Test(
    "what is cut off is told",
    arguments: ["[{\"text\": \"a\"}, {\"text\": \"b", "[{\"text\": \"a\"},", "[{\"text\": \"a\"}"]
  )
  func tellsTruncation(_ text: String) throws {
    let reading = try read(text)
    #expect(reading.texts == ["a"])
    #expect(reading.failures.count == 1)
  }

  @Test("no bytes make it crash, and all sizes of batches agree", arguments: 0..<30)
  func survivesNoise(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let signs = Array("{}[]\",:\\\n ab1".utf8)
    let bytes = (0..<600).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return signs[Int(state >> 33) % signs.count]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let folder = try Folder()
    let file = try folder.write("a.json", text)
    var options = try InputOptions.profile("generic")
    let whole = try Reading([file], options).records
    options.batchBytes = 1
    #expect(try Reading([file], options).records == whole)
  }
}
