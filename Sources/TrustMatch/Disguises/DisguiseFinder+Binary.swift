package import TrustText

extension DisguiseFinder {
  /// Reads a finder for so many literals; optional disguises are prepared anew.
  package init(from reader: inout BinaryReader, literals: Int) throws(BinaryDamage) {
    let texts = try LiteralTexts(from: &reader, count: literals)
    self.init(texts: texts, vocabulary: try DisguiseVocabulary(from: &reader))
    look(for: Disguises(rawValue: UInt16(try reader.int(below: 1 << 16))))
  }

  /// Writes the finder.
  package func write(to writer: inout BinaryWriter) {
    texts.write(to: &writer)
    vocabulary.write(to: &writer)
    writer.write(Int(optional.rawValue))
  }
}

extension LiteralTexts {
  fileprivate init(from reader: inout BinaryReader, count: Int) throws(BinaryDamage) {
    let symbols: [UInt32] = try reader.array(below: 0x110000)
    let starts: [Int32] = try reader.starts()
    guard starts.count == count + 1, Int(starts[count]) == symbols.count else {
      throw reader.damage("the literals are not as many as they should be")
    }
    self.init(symbols: symbols, starts: starts)
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(symbols)
    writer.write(starts)
  }
}

extension DisguiseVocabulary {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryDamage) {
    letters = try reader.array(below: 0x80)
    starts = try reader.starts()
    heads = try reader.array()
    next = try reader.array()
    joined = try reader.array()
    neighbours = try reader.array()
    let words = starts.count - 1
    let isSound =
      words >= 0 && Int(starts[words]) == letters.count && heads.count == Self.placeCount
      && neighbours.count == Self.neighbourWords && next.count == words
      && heads.allSatisfy { $0 >= -1 && $0 < words }
      // Chains lead to earlier words, so that they end.
      && next.indices.allSatisfy { next[$0] >= -1 && next[$0] < $0 }
    guard isSound else { throw reader.damage("the words for disguises are not in order") }
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(letters)
    writer.write(starts)
    writer.write(heads)
    writer.write(next)
    writer.write(joined)
    writer.write(neighbours)
  }
}
