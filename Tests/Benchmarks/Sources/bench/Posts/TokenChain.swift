/// What follows what in some posts: a Markov chain over Chinese characters, words and signs.
///
/// Posts made of it have the frequencies of the real ones, of single tokens and of pairs, which is
/// what the speed of a search depends on, and no sentence of theirs but by chance.
struct TokenChain {
  /// The distinct tokens; 0 is the end of a post.
  private(set) var tokens: [[UInt8]] = [[]]
  /// The posts as tokens, each with an end.
  private(set) var sequence: [Int32] = [0]
  /// For each token, its places in `sequence`: those of token `t` are `order[first[t]..<first[t+1]]`.
  private var order: [Int32] = []
  private var first: [Int32] = []

  /// Learns from posts, of which at most `limit` bytes are read.
  init(_ posts: Posts, limit: Int = 8_000_000) {
    var numbers: [[UInt8]: Int32] = [:]
    for post in 0..<posts.count(ofBytes: limit) {
      Self.split(posts.text(post)) { token in
        let token = Array(token)
        let number = numbers[token] ?? Int32(tokens.count)
        if numbers[token] == nil {
          numbers[token] = number
          tokens.append(token)
        }
        sequence.append(number)
      }
      sequence.append(0)
    }
    index()
  }

  private mutating func index() {
    first = [Int32](repeating: 0, count: tokens.count + 1)
    for token in sequence.dropLast() { first[Int(token) + 1] += 1 }
    for token in tokens.indices { first[token + 1] += first[token] }
    var next = first
    order = [Int32](repeating: 0, count: sequence.count - 1)
    for (place, token) in sequence.dropLast().enumerated() {
      order[Int(next[Int(token)])] = Int32(place)
      next[Int(token)] += 1
    }
  }

  /// A token that followed this one somewhere, as often as it did.
  func successor(of token: Int32, using random: inout SplitMix64) -> Int32 {
    let places = first[Int(token)]..<first[Int(token) + 1]
    return sequence[Int(order[Int(Int32.random(in: places, using: &random))]) + 1]
  }

  /// A token, as often as it occurs.
  func token(using random: inout SplitMix64) -> Int32 {
    sequence[Int.random(in: sequence.indices, using: &random)]
  }

  /// How many posts it has learned from.
  var postCount: Int { Int(first[1]) }

  /// How often some tokens stand one behind another; looks at 4,000 places of the rarest at most.
  func occurrences(of run: [Int32]) -> Int {
    func frequency(_ token: Int32) -> Int { Int(first[Int(token) + 1] - first[Int(token)]) }
    guard let rarest = run.indices.min(by: { frequency(run[$0]) < frequency(run[$1]) }) else {
      return 0
    }
    let start = Int(first[Int(run[rarest])])
    let all = frequency(run[rarest])
    let looked = min(all, 4_000)
    let found = order[start..<start + looked].count { place in
      let begin = Int(place) - rarest
      guard begin >= 0, begin + run.count <= sequence.count else { return false }
      return sequence[begin..<begin + run.count].elementsEqual(run)
    }
    return found * all / max(1, looked)
  }

  /// Cuts a text into ASCII words and single characters.
  static func split(_ text: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      index += 1
      if isLetter(text[start]) {
        while index < text.endIndex, isLetter(text[index]) { index += 1 }
      } else {
        while index < text.endIndex, text[index] & 0xC0 == 0x80 { index += 1 }
      }
      body(text[start..<index])
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
  }
}
