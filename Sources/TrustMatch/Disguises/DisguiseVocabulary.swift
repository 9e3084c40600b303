internal import TrustText

/// The words of the literals, by what is left of a word under a disguise.
///
/// It tells which disguised words are worth undoing: those that a literal holds. Everything in it
/// is flat.
package struct DisguiseVocabulary: Sendable {
  /// All words, one behind the other.
  var letters: [UInt8] = []
  /// Where each word starts in `letters`, and the end of the last.
  var starts: [Int32] = [0]
  /// For each place of the hash table, the first word there, or -1.
  var heads: [Int32]
  /// For each word, the next with the same place, or -1.
  var next: [Int32] = []
  /// The hashes of phrases without their spaces, ascending.
  let joined: [UInt64]
  /// The pairs that stand side by side, as a Bloom filter with one hash.
  // PERF: a wrong yes costs time and finds nothing.
  var neighbours: [UInt64]

  private static let neighbourBits: UInt64 = 20
  static let neighbourWords = 1 << Int(neighbourBits - 6)
  private static let placeBits: UInt64 = 14
  static let placeCount = 1 << Int(placeBits)
  private static let shortestWord = 2
  private static let longestWord = 32

  /// Gathers the Latin words, and the pairs of Chinese characters and of Latin words that stand
  /// side by side.
  ///
  /// - Complexity: O(total length).
  init(_ literals: [Literal]) {
    heads = [Int32](repeating: -1, count: Self.placeCount)
    neighbours = [UInt64](repeating: 0, count: Self.neighbourWords)
    joined = Set(literals.lazy.filter { $0.symbols.contains(0x20) }.map(Self.joinedHash)).sorted()
    for literal in literals {
      var previousWord: UInt64?
      var word: [UInt32] = []
      for (index, symbol) in (literal.symbols + [0x20]).enumerated() {
        if symbol < 0x80, ScalarClass(symbol) == .word {
          word.append(symbol)
          continue
        }
        if !word.isEmpty {
          addWord(word)
          let hash = Self.hash(word)
          if let previousWord { addNeighbours(previousWord, hash) }
          previousWord = symbol == 0x20 ? hash : nil
          word = []
        } else {
          previousWord = nil
        }
        if index > 0, ScalarClass(symbol) == .han,
          ScalarClass(literal.symbols[index - 1]) == .han
        {
          addNeighbours(UInt64(literal.symbols[index - 1]), UInt64(symbol))
        }
      }
    }
  }

  private static func joinedHash(_ literal: Literal) -> UInt64 {
    hash(literal.symbols.lazy.filter { $0 != 0x20 })
  }

  // MARK: - Neighbours

  /// Whether two Chinese characters stand side by side in a literal; seldom wrongly yes.
  func areNeighbours(_ left: UInt32, _ right: UInt32) -> Bool {
    areNeighbours(UInt64(left), UInt64(right))
  }

  /// The same for two Latin words, by their hashes.
  func areNeighbours(_ left: UInt64, _ right: UInt64) -> Bool {
    let bit = Self.bit(left, right)
    return neighbours[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }

  private mutating func addNeighbours(_ left: UInt64, _ right: UInt64) {
    let bit = Self.bit(left, right)
    neighbours[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  private static func bit(_ left: UInt64, _ right: UInt64) -> UInt64 {
    mixed(left &* 0x1_0000_01B3 ^ right) >> (64 - neighbourBits)
  }

  /// A hash of a Latin word as it is written.
  static func hash(_ word: some Sequence<UInt32>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    (value ^ value >> 29) &* 0x9E37_79B9_7F4A_7C15
  }

  // MARK: - Words

  /// A hash of what is left of a word: runs as one, look-alikes as one.
  struct Skeleton {
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var last: UInt32 = 0

    mutating func append(_ symbol: UInt32) {
      let letter = Leet.representative(of: LookAlikes.letter(symbol) ?? symbol)
      guard letter != last else { return }
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
      last = letter
    }
  }

  /// Of the words whose skeleton is at the same place of the table, the likeliest; the caller looks
  /// closer.
  func word(
    like skeleton: Skeleton,
    _ reading: (borrowing Span<UInt8>) -> WordDisguise.Reading?
  ) -> (word: Int, disguises: Disguises)? {
    var best: (word: Int, reading: WordDisguise.Reading)?
    var word = heads[place(of: skeleton.hash)]
    while word >= 0 {
      let range = Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
      if let reading = reading(letters.span.extracting(range)),
        best.map({ reading.cost < $0.reading.cost }) ?? true
      {
        best = (Int(word), reading)
      }
      word = next[Int(word)]
    }
    return best.map { ($0.word, $0.reading.disguises) }
  }

  /// The letters of a word.
  func letters(of word: Int) -> ArraySlice<UInt8> {
    letters[Int(starts[word])..<Int(starts[word + 1])]
  }

  /// Whether a word is a phrase without its spaces, as in tags.
  func isJoined(_ word: Int) -> Bool {
    let hash = Self.hash(letters(of: word).lazy.map(UInt32.init))
    var (low, high) = (0, joined.count)
    while low < high {
      let middle = (low + high) / 2
      if joined[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < joined.count && joined[low] == hash
  }

  /// Whether a literal holds a Latin word or number, as it is written.
  func hasWord(_ word: [UInt32]) -> Bool {
    var skeleton = Skeleton()
    for symbol in word { skeleton.append(symbol) }
    return self.word(like: skeleton) {
      $0.isEqual(to: word) ? .init(disguises: [], cost: 0) : nil
    } != nil
  }

  private func place(of hash: UInt64) -> Int { Int(Self.mixed(hash) >> (64 - Self.placeBits)) }

  private mutating func addWord(_ word: [UInt32]) {
    guard word.count >= Self.shortestWord, word.count <= Self.longestWord, !hasWord(word) else {
      return
    }
    var skeleton = Skeleton()
    for symbol in word {
      skeleton.append(symbol)
      letters.append(UInt8(symbol))
    }
    starts.append(Int32(letters.count))
    let place = place(of: skeleton.hash)
    next.append(heads[place])
    heads[place] = Int32(next.count - 1)
  }
}

extension Span<UInt8> {
  fileprivate func isEqual(to word: [UInt32]) -> Bool {
    guard count == word.count else { return false }
    for index in word.indices where UInt32(self[index]) != word[index] { return false }
    return true
  }
}
