/// The symbols of all literals, flat.
struct LiteralTexts: Sendable {
  private(set) var symbols: [UInt32] = []
  private(set) var starts: [Int32] = [0]
  /// The length of the longest.
  private(set) var longest = 0

  init(_ literals: [Literal]) {
    symbols.reserveCapacity(literals.reduce(0) { $0 + $1.symbols.count })
    starts.reserveCapacity(literals.count + 1)
    for literal in literals {
      symbols.append(contentsOf: literal.symbols)
      starts.append(Int32(symbols.count))
      longest = max(longest, literal.symbols.count)
    }
  }

  init(symbols: [UInt32], starts: [Int32]) {
    self.symbols = symbols
    self.starts = starts
    longest = zip(starts, starts.dropFirst()).map { Int($1 - $0) }.max() ?? 0
  }

  var count: Int { starts.count - 1 }

  /// The symbols of a literal.
  subscript(_ literal: Int) -> ArraySlice<UInt32> {
    symbols[Int(starts[literal])..<Int(starts[literal + 1])]
  }
}
