package import TrustText

extension Rows {
  /// Reads so many lists of numbers below a limit.
  package init(
    from reader: inout BinaryReader,
    count: Int? = nil,
    below limit: Int
  ) throws(BinaryDamage) {
    starts = try reader.starts()
    values = try reader.array(below: limit)
    guard starts.last.map(Int.init) == values.count, count.map({ $0 == self.count }) ?? true else {
      throw reader.damage("there are \(self.count) rows where others should be")
    }
  }

  /// Writes the lists.
  package func write(to writer: inout BinaryWriter) {
    writer.write(starts)
    writer.write(values)
  }
}
