import Testing
import TrustTestSupport

@testable import TrustText

@Suite("UTF-8 decoding") struct UTF8DecodingTests {
  private func decodeAll(_ bytes: [UInt8]) -> (scalars: [UInt32], repairs: Int) {
    var scalars: [UInt32] = []
    var repairs = 0
    var index = 0
    while index < bytes.count {
      let decoded = UTF8Decoding.decode(bytes.span, at: index)
      scalars.append(decoded.scalar)
      if !decoded.isValid { repairs += 1 }
      index += decoded.length
    }
    return (scalars, repairs)
  }

  private func expectLikeString(_ bytes: [UInt8]) {
    let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    #expect(decodeAll(bytes).scalars == expected, "\(bytes)")
  }

  @Test("every scalar decodes to itself")
  func decodesEveryScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let decoded = UTF8Decoding.decode(bytes.span, at: 0)
      if decoded.scalar != value || decoded.length != bytes.count || !decoded.isValid {
        Issue.record("U+\(String(value, radix: 16)) decodes to \(decoded)")
      }
    }
  }

  @Test("every pair of bytes is repaired as the standard library repairs it")
  func repairsPairs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second]
        let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
        if decodeAll(bytes).scalars != expected { Issue.record("\(bytes)") }
      }
    }
  }

  @Test("ill-formed text is repaired as the standard library repairs it", arguments: Seeds.all)
  func repairsLikeString(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      expectLikeString(generator.noise(count: 40))
      expectLikeString(generator.damagedBytes(pieces: 10))
    }
  }

  @Test("a folded text counts its repairs", arguments: Seeds.all)
  func countsRepairs(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      let bytes = generator.damagedBytes(pieces: 10)
      var text = FoldedText()
      text.fold(bytes.span)
      #expect(text.repairs == decodeAll(bytes).repairs)
      let isWellFormed = Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
      #expect((text.repairs == 0) == isWellFormed)
    }
  }

  @Test(
    "one U+FFFD stands for each longest beginning of a character",
    arguments: [
      ([0xE4, 0xB8], 1), ([0xF0, 0x9F, 0x98], 1), ([0xF0, 0x9F, 0x41], 1), ([0xC0, 0xAF], 2),
      ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4), ([0x80], 1), ([0xFF, 0xFE], 2),
      ([0xE0, 0x80, 0x80], 3), ([0xE4, 0xE4, 0xB8, 0xAD], 1),
    ] as [([UInt8], Int)]
  )
  func repairsByPrefix(_ row: (bytes: [UInt8], repairs: Int)) {
    #expect(decodeAll(row.bytes).repairs == row.repairs)
  }

  // MARK: - Prefixes

  @Test("a prefix ends between characters and is the longest that fits", arguments: Seeds.all)
  func cutsBetweenCharacters(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    let text = generator.text(pieces: 12)
    let bytes = Array(text.utf8)
    var ends = [0]
    for scalar in text.unicodeScalars { ends.append(ends[ends.count - 1] + scalar.utf8.count) }
    for limit in 0...bytes.count + 3 {
      let expected = ends.last { $0 <= limit }
      #expect(UTF8Decoding.prefix(of: bytes.span, atMost: limit) == expected)
    }
  }

  @Test(
    "a prefix of ill-formed bytes is no longer than its limit and at most 4 bytes shorter",
    arguments: Seeds.all
  )
  func cutsIllFormed(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    let bytes = generator.damagedBytes(pieces: 8) + generator.noise(count: 20)
    for limit in 0..<bytes.count {
      let end = UTF8Decoding.prefix(of: bytes.span, atMost: limit)
      #expect(end <= limit && end >= max(0, limit - 4))
    }
  }

  @Test("no limit below zero is needed to screen nothing")
  func cutsToNothing() {
    let bytes = Array("药".utf8)
    #expect(UTF8Decoding.prefix(of: bytes.span, atMost: 0) == 0)
    #expect(UTF8Decoding.prefix(of: bytes.span, atMost: -1) == 0)
    #expect(UTF8Decoding.prefix(of: bytes.span, atMost: 2) == 0)
    #expect(UTF8Decoding.prefix(of: bytes.span, atMost: 3) == 3)
    let nothing: [UInt8] = []
    #expect(UTF8Decoding.prefix(of: nothing.span, atMost: 5) == 0)
  }
}
