import Foundation
import Testing

@testable import TrustInput

@Suite("JSON lines") struct LinesTests {
  @Test("posts come with their place, id and texts, and what is no post as a failure")
  func readsLines() throws {
    let folder = try Folder()
    let file = try folder.write(
      "a.jsonl",
      """
      {"id": 7, "title": "早", "text": "喝水有益"}

      [1, 2]
      {"id": "b", "text": "a\\nb"}
      nonsense
      {"id": "c"}
      {"text": ""}
      """
    )
    let reading = try Reading([file], .profile("generic"))
    #expect(reading.posts.map(\.id) == ["7", "b", nil])
    #expect(reading.posts.map(\.place.line) == [1, 4, 7])
    #expect(reading.texts == ["早", "喝水有益", "a\nb", ""])
    #expect(reading.failures.map(\.reason) == [.malformed, .malformed, .noText])
    #expect(reading.failures.map(\.place.line) == [3, 5, 6])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    for record in reading.records {
      let place = record.place
      let before = bytes[..<place.offset].filter { $0 == UInt8(ascii: "\n") }.count
      #expect(before == place.line - 1)
    }
  }

  @Test("the same bytes give the same records, whatever the size of batches")
  func doesNotDependOnBatches() throws {
    let folder = try Folder()
    let lines = (0..<400).map { number in
      switch number % 7 {
      case 3: "not json"
      case 5: "{\"id\": \(number), \"text\": \"\(String(repeating: "长", count: number * 3))\"}"
      default: "{\"id\": \(number), \"text\": \"post \(number)\"}"
      }
    }
    let file = try folder.write("a.jsonl", lines.joined(separator: "\n"))
    var options = try InputOptions.profile("generic")
    options.limits.recordBytes = 3000
    let whole = try Reading([file], options)
    #expect(whole.records.count == 400)
    #expect(whole.failures.contains { $0.reason == .oversize })
    for size in [1, 100, 4096, 70_000] {
      options.batchBytes = size
      #expect(try Reading([file], options).records == whole.records)
    }
  }

  @Test("a long line is a failure, and takes no more memory than the limit")
  func refusesLongLines() throws {
    let folder = try Folder()
    let long = "{\"text\": \"" + String(repeating: "a", count: 3 << 20) + "\"}"
    let file = try folder.write("a.jsonl", "{\"text\": \"1\"}\n\(long)\n{\"text\": \"2\"}\n")
    var options = try InputOptions.profile("generic")
    options.limits.recordBytes = 1 << 20
    let reading = try Reading([file], options)
    #expect(reading.texts == ["1", "2"])
    #expect(reading.failures.map(\.reason) == [.oversize])
    #expect(reading.failures.map(\.place.line) == [2])
    #expect(reading.posts.map(\.place.line) == [1, 3])
    #expect(reading.batches.allSatisfy { $0.bytes.count <= 2 << 20 })
  }
}

extension InputRecord {
  var place: InputPlace {
    switch self {
    case .post(let post): post.place
    case .failure(let failure): failure.place
    }
  }
}
