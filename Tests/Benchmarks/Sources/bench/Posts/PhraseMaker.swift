internal import Foundation

/// Makes phrases from the words of posts: what a long list of banned words looks like to a search.
///
/// Chinese ones of two to six characters, English ones of one to four words. All begin as words of
/// a post; in most of them one is then replaced by another. None occurs often, so that about one
/// post in a hundred holds one of the first 3,000, and a few hold one of 30,000.
struct PhraseMaker {
  private let chain: TokenChain
  private let folding: Folding
  private let space: Int32
  private var random: SplitMix64

  init(_ chain: TokenChain, _ folding: Folding, seed: UInt64 = 11) {
    self.chain = chain
    self.folding = folding
    space = Int32(chain.tokens.firstIndex(of: [0x20]) ?? 0)
    random = SplitMix64(seed: seed)
  }

  /// Different phrases, different also when folded, in a fixed order: a shorter list begins a
  /// longer one.
  mutating func phrases(_ count: Int) -> [String] {
    var made: [String] = []
    var seen: Set<[UInt8]> = []
    while made.count < count {
      guard let phrase = phrase(asIs: made.count < 3_000 ? 20 : 3) else { continue }
      let folded = folding.folded(phrase[...])
      guard folded.count >= 5, seen.insert(folded).inserted else { continue }
      made.append(String(decoding: phrase, as: UTF8.self))
    }
    return made
  }

  private enum Kind { case han, word, space, other }

  private func kind(_ token: Int32) -> Kind {
    guard let first = chain.tokens[Int(token)].first else { return .other }
    switch first {
    case 0x20: return .space
    case 0xE4...0xE9: return .han
    default: return TokenChain.isLetter(first) ? .word : .other
    }
  }

  /// A run of words at a random place, or nothing if there is none, or it is too frequent; so many
  /// in a hundred as they are.
  private mutating func phrase(asIs percent: Int) -> [UInt8]? {
    var place = Int.random(in: 1..<chain.sequence.count, using: &random)
    let kind = kind(chain.sequence[place])
    guard kind == .han || kind == .word else { return nil }
    let length = kind == .han ? [2, 3, 3, 4, 4, 4, 5, 6] : [1, 2, 2, 3, 3, 4]
    let wanted = length.randomElement(using: &random) ?? 2
    var run: [Int32] = []
    while run.count < wanted, place < chain.sequence.count {
      guard self.kind(chain.sequence[place]) == kind else { return nil }
      run.append(chain.sequence[place])
      place += 1
      guard kind == .word, run.count < wanted, place < chain.sequence.count else { continue }
      guard self.kind(chain.sequence[place]) == .space else { return nil }
      place += 1
    }
    guard run.count == wanted else { return nil }
    if run.count > 1 || kind == .han, !random.chance(percent: percent) { swapOne(of: &run, kind) }
    if kind == .word { run = Array(run.map { [$0] }.joined(separator: [space])) }
    guard chain.occurrences(of: run) <= 1 + chain.postCount / 20_000 else { return nil }
    return run.flatMap { chain.tokens[Int($0)] }
  }

  /// Replaces one word by another that is drawn by frequency; a single word stays.
  private mutating func swapOne(of run: inout [Int32], _ kind: Kind) {
    let index = Int.random(in: run.indices, using: &random)
    var other: Int32
    repeat { other = chain.token(using: &random) } while self.kind(other) != kind
    run[index] = other
  }
}
