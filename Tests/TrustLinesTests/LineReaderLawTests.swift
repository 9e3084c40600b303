import Foundation
import Testing
import TrustTestSupport

@testable import TrustLines

@Suite("Line reader laws") struct LineReaderLawTests {
  private static let fields = ["text", "id", "body"]

  /// A line as a reader has read it, with the bytes of its values.
  private struct Reading: Equatable, CustomStringConvertible {
    enum Value: Equatable {
      case missing, other
      case text(String)
      case number(String)
    }
    var content: LineContent
    var values: [Value] = []
    var description: String { "\(content) \(values)" }
  }

  private func readings(_ block: [UInt8], remembersKeys: Bool = true) -> [Reading] {
    var reader = LineReader(fields: Self.fields, remembersKeys: remembersKeys)
    return readings(block, by: &reader)
  }

  private func readings(_ block: [UInt8], by reader: inout LineReader) -> [Reading] {
    var readings: [Reading] = []
    reader.start(block.span)
    while let content = reader.next(in: block.span) {
      guard content == .object else {
        readings.append(Reading(content: content))
        continue
      }
      let values = reader.values.map { value -> Reading.Value in
        switch value {
        case .missing: .missing
        case .other: .other
        case .text(let range): .text(String(decoding: block[range], as: UTF8.self))
        case .decoded(let range): .text(String(decoding: reader.decoded[range], as: UTF8.self))
        case .number(let range): .number(String(decoding: block[range], as: UTF8.self))
        }
      }
      readings.append(Reading(content: content, values: values))
    }
    return readings
  }

  private func joined(_ lines: [[UInt8]]) -> [UInt8] { Array(lines.joined(separator: [0x0A])) }

  @Test("comparing keys with earlier lines changes nothing", arguments: Seeds.all)
  func rememberingIsInvisible(_ seed: UInt64) {
    var generator = LineGenerator(random: SplitMix64(seed: seed))
    for _ in 0..<20 {
      let block = joined(generator.block(lines: 40))
      #expect(readings(block) == readings(block, remembersKeys: false))
    }
  }

  @Test("a line reads alike whatever is around it", arguments: Seeds.all)
  func linesAreAlone(_ seed: UInt64) {
    var generator = LineGenerator(random: SplitMix64(seed: seed))
    let lines = generator.block(lines: 200)
    // A block that ends behind a break has no line there, and an empty block has none at all.
    let alone = lines.flatMap { readings($0 + [0x0A]) }
    #expect(readings(joined(lines) + [0x0A]) == alone)
    var reader = LineReader(fields: Self.fields)
    #expect(lines.flatMap { readings($0 + [0x0A], by: &reader) } == alone)
  }

  @Test("objects are those that Foundation reads, with the same text", arguments: Seeds.all)
  func agreesWithFoundation(_ seed: UInt64) throws {
    var generator = LineGenerator(random: SplitMix64(seed: seed))
    for line in generator.block(lines: 1000) {
      let reading = try #require(readings(line + [0x0A]).first)
      let known = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect(
        (reading.content == .object) == (known != nil),
        "\(String(decoding: line, as: UTF8.self))"
      )
      guard reading.content == .object, let known else { continue }
      for (name, value) in zip(Self.fields, reading.values) {
        switch value {
        case .text(let text): #expect(known[name] as? String == text)
        case .number: #expect(known[name] is NSNumber)
        case .missing: #expect(known[name] == nil || known[name] is NSNull)
        case .other: #expect(known[name] != nil && !(known[name] is String))
        }
      }
    }
  }

  @Test("no bytes stop the reader, and every line is counted", arguments: Seeds.all)
  func survivesNoise(_ seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for count in 0..<200 {
      let block = generator.noise(count: count)
      let lines = block.split(separator: 0x0A, omittingEmptySubsequences: false)
      #expect(readings(block).count == lines.count - (lines.last?.isEmpty == true ? 1 : 0))
    }
  }

  @Test("a line cut anywhere is no object", arguments: Seeds.all.prefix(4))
  func refusesCutLines(_ seed: UInt64) {
    let line = Array(#"{"id": "é😷\n\u5927", "text": "大蒜", "n": [1, {"a": null}], "w": true}"#.utf8)
    for length in 0..<line.count {
      #expect(readings(Array(line[..<length])).allSatisfy { $0.content != .object }, "\(length)")
    }
  }
}
