import Testing
import TrustTestSupport

@testable import TrustText

@Suite("Binary sections") struct BinaryTests {
  @Test(
    "XXH64 gives the reference's values",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("123456789", 0x8CB8_41DB_40E6_AE83),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)]
  )
  func hashes(_ text: String, _ hash: UInt64) {
    let bytes = Array(text.utf8)
    #expect(bytes.hash(bytes.indices) == hash)
  }

  /// Reads a section.
  private func read<Result>(
    _ bytes: [UInt8],
    _ body: (inout BinaryReader) throws(BinaryDamage) -> Result
  ) throws(BinaryDamage) -> Result {
    var reader = try BinaryReader(bytes, section: bytes.indices)
    let result = try body(&reader)
    try reader.finish()
    return result
  }

  private enum Colour: CaseIterable { case red, green, blue }

  @Test("values come back in their order", arguments: Seeds.all)
  func comesBack(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    let texts = (0..<9).map { _ in generator.text(pieces: 3) } + ["", "x", "x"]
    let bytes = generator.noise(count: Int(seed))
    let words = bytes.map { UInt32($0) << 16 }
    var writer = BinaryWriter()
    writer.write(-7)
    writer.write(Int?.none)
    writer.write(0.25)
    writer.write(true)
    writer.write(Colour.blue)
    writer.write(bytes)
    writer.write(words)
    writer.write(texts)
    writer.write(texts[0])
    writer.write(optional: nil)
    try read(writer.finish()) { reader throws(BinaryDamage) in
      #expect(try reader.int() == -7)
      #expect(try reader.optional(below: 9) == nil)
      #expect(try reader.double() == 0.25)
      #expect(try reader.bool())
      #expect(try reader.name() == Colour.blue)
      let byteArray: [UInt8] = try reader.array()
      #expect(byteArray == bytes)
      let wordArray: [UInt32] = try reader.array()
      #expect(wordArray == words)
      #expect(try reader.textList() == texts)
      #expect(try reader.text() == texts[0])
      #expect(try reader.optionalText() == nil)
    }
  }

  @Test("what is out of bounds is damage, wherever the section is cut")
  func refusesDamage() {
    var writer = BinaryWriter()
    writer.write([3, 1, 2] as [Int32])
    writer.write("text")
    let bytes = writer.finish()
    for count in 0..<bytes.count {
      #expect(throws: BinaryDamage.self) {
        try read(Array(bytes[..<count])) { reader throws(BinaryDamage) in
          let _: [Int32] = try reader.array(below: 4)
          _ = try reader.text()
        }
      }
    }
    #expect(throws: BinaryDamage.self) {
      try read(bytes) { reader throws(BinaryDamage) -> [Int32] in try reader.array(below: 3) }
    }
    #expect(throws: BinaryDamage.self) {
      try read(bytes) { reader throws(BinaryDamage) -> [Int32] in try reader.starts() }
    }
  }
}
