import Foundation
import Testing

@testable import TrustInput

@Suite("Encodings") struct EncodingTests {
  private static let first = "每天一杯柠檬水，医生说对胃不一定好。"

  @Test(
    "UTF-16 is read by its mark, with offsets of the source",
    arguments: ["utf16le.csv", "utf16be.txt"]
  )
  func readsUTF16(_ name: String) throws {
    let reading = try Reading([Fixtures.path(name)], .profile("generic"))
    #expect(reading.texts.first == Self.first)
    #expect(reading.texts.count == 5)
    #expect(reading.failures.isEmpty)
    let bytes = try Fixtures.bytes(name)
    let second = try #require(reading.posts.dropFirst().first?.place)
    // A line break stands just before the second record.
    let before = Array(bytes[second.offset - 2..<second.offset])
    #expect(before == (name == "utf16le.csv" ? [0x0A, 0] : [0, 0x0A]))
  }

  @Test("GB18030 is found out or named, and has offsets of the source")
  func readsGB18030() throws {
    let path = try Fixtures.path("gb18030.jsonl")
    var options = try InputOptions.profile("generic")
    let bytes = try Fixtures.bytes("gb18030.jsonl")
    for encoding in [nil, TextEncoding.gb18030] {
      options.encoding = encoding
      let reading = try Reading([path], options)
      guard !reading.posts.isEmpty else {
        #expect(encoding == nil && reading.failures.map(\.reason) == [.unknownEncoding])
        continue
      }
      #expect(reading.texts.first == Self.first)
      #expect(reading.posts.count == 5)
      for post in reading.posts { #expect(bytes[post.place.offset] == UInt8(ascii: "{")) }
    }
  }

  @Test("long GB18030 and Big5 are found out")
  func detects() throws {
    let folder = try Folder()
    for (name, last) in [("gb18030.jsonl", "五"), ("big5.txt", "五")] {
      let bytes = try Fixtures.bytes(name)
      let path = try folder.write(name, Array((0..<10).map { _ in bytes }.joined()))
      let reading = try Reading([path], .profile("generic"))
      #expect(reading.posts.count == 50, "\(name) \(last) \(reading.failures)")
    }
  }

  @Test("encodings are found out file by file, and what cannot be told is a failure")
  func readsMixedFolder() throws {
    let folder = try Folder()
    let gb = try Fixtures.bytes("gb18030.jsonl")
    try folder.write("a.jsonl", Array((0..<10).map { _ in gb }.joined()))
    try folder.write("b.txt", "普通的一行")
    try folder.write("c.txt", [0xEF, 0xBB, 0xBF] + Array("有标记".utf8))
    try folder.write("d.txt", [0x41, 0xE9, 0x42, 0x0A])
    try folder.write("e.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0, 1])
    let reading = try Reading([folder.path], .profile("generic"))
    #expect(reading.posts.count == 52)
    #expect(reading.texts.suffix(2) == ["普通的一行", "有标记"])
    #expect(reading.posts.last?.place.offset == 3)
    #expect(reading.failures.map(\.reason) == [.unknownEncoding, .unsupported])
    #expect(reading.failures.first?.detail.contains("--encoding") == true)
  }

  @Test("a record with bytes that are no character fails alone")
  func refusesIllFormed() throws {
    let folder = try Folder()
    var options = try InputOptions.profile("generic")
    options.encoding = .gb18030
    var bytes = try Fixtures.bytes("gb18030.jsonl")
    bytes += Array("{\"text\": \"".utf8) + [0x81, 0x22] + Array("\"}\n{\"text\": \"ok\"}".utf8)
    let gb = try Reading([folder.write("a.jsonl", bytes)], options)
    #expect(gb.posts.count == 6)
    #expect(gb.failures.map(\.reason) == [.malformed])
    #expect(gb.failures.map(\.place.line) == [6])
    let utf8 = Array("好的一行\n".utf8) + [0xE5, 0xA5, 0x0A] + Array("再一行\n".utf8)
    let text = try Reading(
      [folder.write("b.txt", Array((0..<3).map { _ in Array("许多好的行\n".utf8) }.joined()) + utf8)],
      {
        var options = try InputOptions.profile("generic")
        options.encoding = .utf8
        return options
      }()
    )
    #expect(text.posts.count == 5)
    #expect(text.failures.map(\.reason) == [.malformed])
  }

  @Test("decoding does not depend on how the bytes are cut", arguments: [1, 2, 3, 5, 64])
  func decodesInParts(_ size: Int) throws {
    let bytes = try Fixtures.bytes("gb18030.jsonl")
    let decoder = try #require(Decoder(.gb18030))
    let all = decoder.decode(bytes.span, isLast: true)
    let whole = try #require(all)
    var out: [UInt8] = []
    var widths: [UInt8] = []
    var waiting: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      waiting += bytes[start..<min(start + size, bytes.count)]
      let isLast = start + size >= bytes.count
      let decoded = decoder.decode(waiting.span, isLast: isLast)
      let part = try #require(decoded)
      out += part.bytes
      widths += part.widths
      waiting.removeFirst(part.consumed)
    }
    #expect(out == whole.bytes)
    #expect(widths == whole.widths)
    #expect(widths.reduce(0) { $0 + Int($1) } == bytes.count)
  }
}
