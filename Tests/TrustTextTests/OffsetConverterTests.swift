import Testing
import TrustTestSupport

@testable import TrustText

@Suite("Offsets") struct OffsetConverterTests {
  @Test("the three units are those of the string's views, in any order", arguments: Seeds.all)
  func agreesWithViews(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    let text = generator.text(pieces: 20)
    var converter = OffsetConverter(Array(text.utf8))
    let indices = Array(text.unicodeScalars.indices) + [text.endIndex]
    for _ in 0..<60 {
      let (a, b) = (generator.random.pick(indices), generator.random.pick(indices))
      let range = min(a, b)..<max(a, b)
      let span = converter.span(offsets(of: range, in: text.utf8))
      #expect(span.utf8 == offsets(of: range, in: text.utf8))
      #expect(span.utf16 == offsets(of: range, in: text.utf16))
      #expect(span.scalars == offsets(of: range, in: text.unicodeScalars))
      #expect(span.range(in: text).map { text[$0] } == text[range])
    }
  }

  private func offsets<View: Collection>(
    of range: Range<String.Index>,
    in view: View
  ) -> Range<Int> where View.Index == String.Index {
    let start = view.distance(from: view.startIndex, to: range.lowerBound)
    return start..<start + view.distance(from: range.lowerBound, to: range.upperBound)
  }

  @Test("ill-formed bytes count as the U+FFFD that stands for them", arguments: Seeds.all)
  func countsRepairs(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    let bytes = generator.damagedBytes(pieces: 20)
    var converter = OffsetConverter(bytes)
    let span = converter.span(0..<bytes.count)
    let repaired = String(decoding: bytes, as: UTF8.self)
    #expect(span.scalars.upperBound == repaired.unicodeScalars.count)
    #expect(span.utf16.upperBound == repaired.utf16.count)
  }

  @Test("a span has no range in another text")
  func refusesOtherTexts() {
    let span = TextSpan(utf8: 0..<3, utf16: 0..<1, scalars: 0..<1)
    #expect(span.range(in: "药")?.isEmpty == false)
    #expect(span.range(in: "ab") == nil)
    #expect(span.range(in: "aaé") == nil)
    let empty = TextSpan(utf8: 0..<0, utf16: 0..<0, scalars: 0..<0)
    #expect(empty.range(in: "")?.isEmpty == true)
  }
}
