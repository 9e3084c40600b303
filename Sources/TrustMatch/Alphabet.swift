/// Numbers the scalars that occur in literals.
struct Alphabet: Sendable {
  static let blockBits = 8
  private static let blockSize = 1 << blockBits

  /// How many numbers there are, 0 included.
  var count: UInt32 = 1
  var blocks = [UInt16](repeating: 0, count: 0x110000 >> blockBits)
  var numbers = [UInt32](repeating: 0, count: blockSize)

  /// Numbers the scalars of `literals`, frequent ones first.
  ///
  /// So the letters of a state's children lie close together, and a double array is less sparse.
  init(of literals: [Literal]) {
    var counts: [UInt32: Int] = [:]
    for literal in literals {
      for symbol in literal.symbols { counts[symbol, default: 0] += 1 }
    }
    let frequentFirst = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (symbol, _) in frequentFirst {
      let block = Int(symbol) >> Self.blockBits
      if blocks[block] == 0 {
        blocks[block] = UInt16(numbers.count >> Self.blockBits)
        numbers.append(contentsOf: repeatElement(0, count: Self.blockSize))
      }
      let place = Int(blocks[block]) << Self.blockBits | Int(symbol) & (Self.blockSize - 1)
      numbers[place] = count
      count += 1
    }
  }

  /// The number of a scalar, or 0 if no literal has it.
  func number(of symbol: UInt32) -> UInt32 {
    let block = Int(blocks[Int(symbol) >> Self.blockBits])
    return numbers[block << Self.blockBits | Int(symbol) & (Self.blockSize - 1)]
  }
}
