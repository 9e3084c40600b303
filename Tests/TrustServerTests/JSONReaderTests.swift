import Foundation
import Testing
import TrustReport

@testable import TrustServer

@Suite("Reading JSON") struct JSONReaderTests {
  private func read(_ text: String) throws -> JSON { try JSONReader.value(in: Array(text.utf8)) }

  @Test(
    "values are what they say",
    arguments: [
      ("null", JSON.null), (" true\n", .bool(true)), ("false", .bool(false)), ("-0", .integer(0)),
      ("12", .integer(12)), ("1.5e2", .number(150)),
      ("9223372036854775808", .number(9.223372036854775808e18)),
      (#""""#, ""), (#""\u00e9\n\/\"\\\ud83d\ude37""#, "é\n/\"\\😷"), (#""\ud83d""#, "\u{FFFD}"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ude37x""#, "\u{FFFD}x"), ("[]", .array([])),
      ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
      (
        #"{"b": 1, "a": {}}"#,
        .object([.init(name: "b", value: .integer(1)), .init(name: "a", value: .object([]))])
      ),
    ]
  )
  func reads(_ text: String, _ value: JSON) throws {
    #expect(try read(text) == value)
  }

  @Test(
    "what is no JSON is refused",
    arguments: [
      "", " ", "nul", "truex", "01", "1.", ".5", "+1", "1e", "--1", "NaN", "1e999", "'a'", "\"a",
      "\"\t\"", #""\x""#, #""\u12""#, #""\u+123""#, "[1 2]", "[1,]", "[", "{\"a\"}", "{\"a\":}",
      "{a:1}", "{\"a\":1,}", "{\"a\":1", "1 2", "\u{FEFF}1",
    ]
  )
  func refuses(_ text: String) {
    #expect(throws: JSONReader.Failure.self) { try read(text) }
  }

  @Test("depth is bounded, not by the stack")
  func bounds() throws {
    let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(throws: Never.self) { try read(deep) }
    #expect(throws: JSONReader.Failure(reason: .tooDeep(32), offset: 32)) { try read("[\(deep)]") }
  }

  @Test("what our writer writes is read as it was", arguments: 0..<50)
  func roundTrips(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let texts = ["", "字", "😷", "\"", "\\", "\n", "\u{2028}", "\u{7F}", "a/b~c", "e\u{301}"]
    func value(_ depth: Int) -> JSON {
      switch next(depth > 4 ? 5 : 7) {
      case 0: .null
      case 1: .bool(next(2) == 0)
      case 2: .integer(next(1_000_000) - 500_000)
      case 3: .number(Double(next(10_000)) / 10_000 + 0.00001)
      case 4: .string((0..<next(5)).map { _ in texts[next(texts.count)] }.joined())
      case 5: .array((0..<next(4)).map { _ in value(depth + 1) })
      default:
        .object(
          (0..<next(4)).map {
            JSON.Member(name: "\($0)\(texts[next(texts.count)])", value: value(depth + 1))
          }
        )
      }
    }
    let text = value(0).text(.compact)
    #expect(try read(text).text(.compact) == text, "seed \(seed)")
  }

  @Test("noise is refused or read, and never crashes", arguments: 0..<100)
  func survivesNoise(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", "\\u", "d83d", ",", ":", "1", "-", "e", ".", "t", "字", " ",
    ]
    let text = (0..<200).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
    var bytes = Array(text.utf8)
    bytes[seed] = UInt8(truncatingIfNeeded: state)
    _ = try? JSONReader.value(in: bytes)
  }
}
