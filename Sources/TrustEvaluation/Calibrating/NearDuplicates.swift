internal import TrustText

/// Finds texts that are copies of one another but for a few words: reposts, chain letters.
///
/// Two texts are near-duplicates if, folded, they share at least half of the runs of three symbols
/// that occur in either (Jaccard). Copies of copies are of one group.
enum NearDuplicates {
  /// For each text the first text of its group, by its place.
  ///
  /// - Complexity: about linear in the texts' lengths unless many share rare words: two texts are
  ///   compared only if they share one of the rarer half of their runs, which near-duplicates must.
  static func groups(of texts: [String]) -> [Int] {
    let texts = ranked(texts.map(runs))
    var groups = Array(texts.indices)
    var textsWithRun: [Int: [Int]] = [:]
    for (text, runs) in texts.enumerated() {
      let rare = runs.prefix(runs.count / 2 + 1)
      for other in Set(rare.flatMap { textsWithRun[$0] ?? [] }).sorted()
      where areAlike(texts[other], runs) {
        join(text, other, in: &groups)
      }
      for run in rare { textsWithRun[run, default: []].append(text) }
    }
    return groups.indices.map { root(of: $0, in: &groups) }
  }

  /// The runs of three symbols of a folded text, each once; a shorter text is one run.
  private static func runs(_ text: String) -> Set<UInt64> {
    let symbols = FoldedText.symbols(of: text).map(UInt64.init)
    guard symbols.count >= 3 else {
      return symbols.isEmpty ? [] : [symbols.reduce(0) { $0 << 21 | $1 }]
    }
    return Set(
      symbols.indices.dropLast(2).map { index in
        symbols[index] << 42 | symbols[index + 1] << 21 | symbols[index + 2]
      }
    )
  }

  /// The runs of each text as numbers, ascending, the rarest run of all texts having the lowest.
  private static func ranked(_ texts: [Set<UInt64>]) -> [[Int]] {
    var counts: [UInt64: Int] = [:]
    for run in texts.joined() { counts[run, default: 0] += 1 }
    let order = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    var ranks: [UInt64: Int] = [:]
    for (rank, run) in order.enumerated() { ranks[run.key] = rank }
    return texts.map { $0.compactMap { ranks[$0] }.sorted() }
  }

  /// Whether two ascending lists share at least half of what is in either.
  private static func areAlike(_ a: [Int], _ b: [Int]) -> Bool {
    guard 2 * min(a.count, b.count) >= max(a.count, b.count) else { return false }
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { shared += 1 }
      (i, j) = (a[i] <= b[j] ? i + 1 : i, a[i] >= b[j] ? j + 1 : j)
    }
    return 2 * shared >= a.count + b.count - shared
  }

  // MARK: - Groups: each text points to an earlier one of its group, the first to itself

  private static func join(_ a: Int, _ b: Int, in groups: inout [Int]) {
    let (a, b) = (root(of: a, in: &groups), root(of: b, in: &groups))
    groups[max(a, b)] = min(a, b)
  }

  private static func root(of text: Int, in groups: inout [Int]) -> Int {
    var text = text
    while groups[text] != text {
      groups[text] = groups[groups[text]]
      text = groups[text]
    }
    return text
  }
}
