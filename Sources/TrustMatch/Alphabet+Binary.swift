internal import TrustText

extension Alphabet {
  /// Reads an alphabet.
  init(from reader: inout BinaryReader) throws(BinaryDamage) {
    count = UInt32(try reader.int(below: 1 << 24))
    numbers = try reader.array(below: Int(count))
    blocks = try reader.array(
      count: 0x110000 >> Self.blockBits,
      below: numbers.count >> Self.blockBits
    )
  }

  /// Writes the alphabet.
  func write(to writer: inout BinaryWriter) {
    writer.write(Int(count))
    writer.write(numbers)
    writer.write(blocks)
  }
}
