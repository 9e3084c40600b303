/// Parts of a set that are held out in turn, so that nothing is judged by what it was fitted on.
enum Folds {
  /// How many parts there are.
  static let count = 5

  /// For each post its fold: posts of one group share one, and folds are as even as groups allow.
  ///
  /// Large groups go first, each to the smallest fold; equal ones in an order drawn from a fixed
  /// seed, as sets have rhythms (one that flags every fifth post would make a fold of its own).
  static func folds(of groups: [Int]) -> [Int] {
    var generator = SplitMix64(seed: 1)
    var sizes: [Int: (posts: Int, draw: UInt64)] = [:]
    for group in groups {
      if sizes[group] == nil { sizes[group] = (0, generator.next()) }
      sizes[group]?.posts += 1
    }
    let order = sizes.sorted { a, b in
      (b.value.posts, a.value.draw, a.key) < (a.value.posts, b.value.draw, b.key)
    }
    var loads = [Int](repeating: 0, count: count)
    var folds: [Int: Int] = [:]
    for (group, size) in order {
      let fold = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      folds[group] = fold
      loads[fold] += size.posts
    }
    return groups.map { folds[$0] ?? 0 }
  }
}
