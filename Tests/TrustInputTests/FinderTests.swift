import Testing

@testable import TrustInput

@Suite("Finders of records") struct FinderTests {
  private static let signs: [UInt8] = Array("{}[]\",:\\\n\r ab1\"\"\n,".utf8)

  private func noise(_ seed: Int) -> [UInt8] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<500).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.signs[Int(state >> 33) % Self.signs.count]
    }
  }

  private struct Found: Equatable {
    var range: Range<Int>
    var line: Int
    var fault: RecordPiece.Fault?
  }

  /// Finds records as a reader does that gets a few bytes at a time.
  private func find(_ bytes: [UInt8], _ start: any RecordFinder, step: Int) -> [Found] {
    var finder = start
    var buffer: [UInt8] = []
    var removed = 0
    var all: [Found] = []
    var at = 0
    while at < bytes.count {
      let end = min(at + step, bytes.count)
      buffer += bytes[at..<end]
      at = end
      let found = finder.find(in: buffer.span, isEnd: at == bytes.count)
      all += found.pieces.map {
        Found(
          range: $0.range.lowerBound + removed..<$0.range.upperBound + removed,
          line: $0.line,
          fault: $0.fault
        )
      }
      buffer.removeFirst(found.end)
      finder.remove(found.end)
      removed += found.end
    }
    return all
  }

  @Test("what is found does not depend on how the bytes come", arguments: 0..<40)
  func doesNotDependOnCuts(_ seed: Int) {
    let bytes = noise(seed)
    let finders: [any RecordFinder] = [
      ObjectFinder(), ParagraphFinder(), RowFinder(delimiter: UInt8(ascii: ","), limit: 1 << 20),
      RowFinder(delimiter: UInt8(ascii: ","), limit: 60),
    ]
    for finder in finders {
      let whole = find(bytes, finder, step: bytes.count)
      for step in [1, 2, 3, 17, 100] { #expect(find(bytes, finder, step: step) == whole) }
    }
  }

  @Test("records stand in order, do not overlap, and have their line", arguments: 0..<40)
  func keepsOrder(_ seed: Int) {
    let bytes = noise(seed)
    for finder in [ObjectFinder(), ParagraphFinder()] as [any RecordFinder] {
      var last = 0
      for found in find(bytes, finder, step: bytes.count) {
        #expect(found.range.lowerBound >= last)
        last = found.range.upperBound
        let before = bytes[..<found.range.lowerBound].filter { $0 == UInt8(ascii: "\n") }.count
        #expect(found.line == before + 1)
      }
    }
  }
}
