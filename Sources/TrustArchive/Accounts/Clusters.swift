internal import Foundation
internal import GRDB

/// Groups posts whose words are nearly the same: one text, pushed by many accounts.
///
/// Two posts are compared if one of 16 pairs of their sketches' numbers is the same, which near-duplicates
/// of 0.6 miss less than once in a thousand; they are joined if their sketches are alike. Copies of copies
/// are of one group, which is known by its first post.
enum Clusters {
  private static let bands = TextSketch.count / 2

  /// Works out all groups anew; posts that are alone are in none.
  ///
  /// - Complexity: O(n log n) for n posts with findings, of which 150 bytes each are held.
  static func assign(_ db: Database) throws {
    try db.execute(sql: "UPDATE posts SET cluster = NULL WHERE cluster IS NOT NULL")
    var ids: [Int64] = []
    var sketches: [TextSketch] = []
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT id, sketch FROM posts WHERE sketch IS NOT NULL ORDER BY id"
    )
    while let row = try rows.next() {
      let bytes: Data = row["sketch"]
      guard let sketch = TextSketch(bytes: bytes) else { continue }
      ids.append(row["id"])
      sketches.append(sketch)
    }
    let groups = groups(of: sketches)
    let sizes = Dictionary(grouping: groups, by: \.self).mapValues(\.count)
    let statement = try db.cachedStatement(sql: "UPDATE posts SET cluster = ? WHERE id = ?")
    for (index, group) in groups.enumerated() where sizes[group, default: 0] > 1 {
      try statement.execute(arguments: [ids[group], ids[index]])
    }
  }

  /// For each sketch the first of its group, by its place.
  static func groups(of sketches: [TextSketch]) -> [Int] {
    var groups = DisjointSets(count: sketches.count)
    for band in 0..<bands {
      func key(_ index: Int) -> UInt64 {
        let numbers = sketches[index].numbers
        return UInt64(numbers[2 * band]) << 32 | UInt64(numbers[2 * band + 1])
      }
      let order = sketches.indices.map { (key: key($0), index: $0) }
        .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
      var first = 0
      for place in order.indices.dropFirst() {
        guard order[place].key == order[first].key else {
          first = place
          continue
        }
        // All pairs would take too long where thousands agree: the first stands for them, and the
        // one before for chains of small changes.
        for other in Set([first, place - 1])
        where sketches[order[place].index].isAlike(sketches[order[other].index]) {
          groups.join(order[place].index, order[other].index)
        }
      }
    }
    return sketches.indices.map { groups.first(of: $0) }
  }
}

/// Sets without common members, each known by its least.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (first(of: a), first(of: b))
    parents[max(a, b)] = min(a, b)
  }

  mutating func first(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }
}
