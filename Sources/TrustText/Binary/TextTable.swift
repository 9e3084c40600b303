/// The texts of a section, made into strings when they are asked for.
package struct TextTable: Sendable {
  private let starts: [UInt32]
  private let bytes: [UInt8]

  /// Reads a table.
  init(from reader: inout BinaryReader) throws(BinaryDamage) {
    starts = try reader.starts()
    bytes = try reader.array()
    guard starts.last.map(Int.init) == bytes.count else { throw reader.damage("texts are cut off") }
  }

  /// How many texts there are.
  package var count: Int { starts.count - 1 }

  /// The text with a number; empty if there is none.
  package subscript(_ number: UInt32) -> String {
    let number = Int(number)
    guard number < count else { return "" }
    return String(decoding: bytes[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
  }
}
