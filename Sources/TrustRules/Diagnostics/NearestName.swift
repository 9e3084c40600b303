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

  /// Levenshtein's distance in characters.
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let substitution = diagonal + (letter == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
