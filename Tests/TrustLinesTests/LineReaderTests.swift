import Testing
import TrustTestSupport

@testable import TrustLines

@Suite("Line reader") struct LineReaderTests {
  struct Case: CustomTestStringConvertible {
    var line: String
    var content: LineContent
    var text: String?
    var testDescription: String { line }

    init(_ line: String, _ content: LineContent, _ text: String? = nil) {
      self.line = line
      self.content = content
      self.text = text
    }
  }

  @Test(
    "what a line is, and its text",
    arguments: [
      Case("", .blank), Case(" \t\r", .blank), Case("\u{C}", .malformed),
      Case("[1, 2]", .otherJSON), Case("7", .otherJSON), Case(" \"a\" ", .otherJSON),
      Case("[1, 2", .malformed), Case("7 8", .malformed), Case("{} {}", .malformed),
      Case("{}", .object), Case(#" { "text" : "a" } "#, .object, "a"),
      Case("\u{FEFF}{\"text\":\"a\"}", .object, "a"),
      Case(#"{"text":"a","text":"b"}"#, .object, "b"),
      Case(#"{"text":"a","text":null}"#, .object),
      Case(#"{"te\u0078t":"a"}"#, .object, "a"),
      Case(#"{"text":"a",}"#, .object, "a"), Case(#"{"text":"a","n":[1,]}"#, .object, "a"),
      Case(#"{,}"#, .malformed), Case(#"{"text":"a",,}"#, .malformed),
      Case(#"{"text":"a"{"text":"b"}"#, .malformed),
      Case(#"{"n":{"text":"a"},"text":"b"}"#, .object, "b"),
      Case(#"{"text":"a\/\b\f\n\r\t\"\\b"}"#, .object, "a/\u{8}\u{C}\n\r\t\"\\b"),
      Case(#"{"text":"\u5927\u849c \ud83d\ude37\u0000"}"#, .object, "大蒜 😷\0"),
      Case(#"{"text":"\ud83d"}"#, .malformed), Case(#"{"text":"\ude37\ud83d"}"#, .malformed),
      Case(#"{"text":"\ud83d\u0041"}"#, .malformed), Case(#"{"text":"\x"}"#, .malformed),
      Case("{\"text\":\"a\tb\"}", .malformed), Case(#"{"n":01}"#, .malformed),
      Case(#"{"n":fnull}"#, .malformed), Case(#"{"n":tru}"#, .malformed),
      Case(#"{"n":-0.5e-3,"text":"a"}"#, .object, "a"), Case(#"{"n":1e999}"#, .object),
    ]
  )
  func reads(_ example: Case) {
    var reader = LineReader(fields: ["text"])
    let block = Array(example.line.utf8) + [0x0A]
    reader.start(block.span)
    #expect(reader.next(in: block.span) == example.content)
    guard example.content == .object else { return }
    switch reader.values[0] {
    case .text(let range): #expect(String(decoding: block[range], as: UTF8.self) == example.text)
    case .decoded(let range):
      #expect(String(decoding: reader.decoded[range], as: UTF8.self) == example.text)
    default: #expect(example.text == nil)
    }
  }

  @Test("a block has its lines and no more, with a break behind the last one or without")
  func endsWithBlock() {
    for block in ["{}\n[]\n\n{}", "{}\n[]\n\n{}\n"].map({ Array($0.utf8) }) {
      var reader = LineReader(fields: ["text"])
      reader.start(block.span)
      for line in [.object, .otherJSON, .blank, .object, nil] as [LineContent?] {
        #expect(reader.next(in: block.span) == line)
      }
      #expect(reader.number == 4)
    }
  }

  @Test("a line is refused for bytes that are no UTF-8, and its neighbours are not")
  func refusesIllFormedLines() {
    let good = Array("{\"text\":\"好\"}\n".utf8)
    let bad: [[UInt8]] = [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE5, 0xA4], [0xF5, 0x80, 0x80, 0x80],
    ]
    for bytes in bad {
      let block = good + Array("{\"text\":\"".utf8) + bytes + Array("\"}\n".utf8) + good
      var reader = LineReader(fields: ["text"])
      reader.start(block.span)
      #expect(reader.next(in: block.span) == .object)
      #expect(reader.next(in: block.span) == .malformed)
      #expect(reader.next(in: block.span) == .object)
    }
  }

  @Test(
    "objects may be nested 512 deep",
    arguments: [(510, true), (511, true), (512, false), (100_000, false)]
  )
  func limitsDepth(_ depth: (Int, Bool)) {
    let open = String(repeating: "[", count: depth.0)
    let close = String(repeating: "]", count: depth.0)
    let block = Array("{\"n\":\(open)\(close)}".utf8)
    var reader = LineReader(fields: ["text"])
    reader.start(block.span)
    #expect(reader.next(in: block.span) == (depth.1 ? .object : .malformed))
  }

  @Test(
    "closing marks are those of what is open, however deep",
    arguments: [1, 63, 64, 65, 130, 400]
  )
  func closesInOrder(_ depth: Int) {
    var random = SplitMix64(seed: UInt64(depth))
    let kinds = (0..<depth).map { _ in random.oneIn(2) }
    let open = kinds.map { $0 ? "{\"a\":" : "[1," }.joined()
    let close = kinds.reversed().map { $0 ? "}" : "]" }
    func content(_ marks: [String]) -> LineContent? {
      let block = Array("{\"n\":\(open)0\(marks.joined())}".utf8)
      var reader = LineReader(fields: ["text"])
      reader.start(block.span)
      return reader.next(in: block.span)
    }
    #expect(content(close) == .object)
    for place in [0, depth / 2, depth - 1] {
      var wrong = close
      wrong[place] = wrong[place] == "}" ? "]" : "}"
      #expect(content(wrong) == .malformed)
    }
  }

  @Test("a field gets the value of its own name, and of no name that begins alike")
  func keepsFieldsApart() {
    let block = Array(#"{"id":7,"texts":"c","text":[],"body":"b","tex":"d"}"#.utf8)
    var reader = LineReader(fields: ["body", "id", "text", "title"])
    reader.start(block.span)
    #expect(reader.next(in: block.span) == .object)
    #expect(reader.values == [.text(38..<39), .number(6..<7), .other(27..<29), .missing])
  }
}
