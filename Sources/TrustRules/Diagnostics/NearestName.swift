/// Finds the name that a misspelt one was probably meant to be.
package enum NearestName {
  /// The nearest of `names` by edit distance, if it is near enough to be a slip.
  package static func of(_ name: String, in names: some Sequence<String>) -> String? {
    let best = names.map { (distance(name, $0), $0) }.min { $0 < $1 }
    guard let best, best.0 <= max(1, name.count / 3) else { return nil }
    return best.1
  }

  /// “did you mean …?”, or `nil` if nothing is near.
  package static func hint(_ name: String, in names: some Sequence<String>) -> String? {
    of(name, in: names).map { "did you mean “\($0)”?" }
  }

  /// Levenshtein's distance in characters, a swap of two neighbours counting once.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
