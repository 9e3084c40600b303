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
  /// - Complexity: O(n log n) for n posts with findings. The database sorts in files, so that memory is
  ///   held for posts that are in groups only, some 50 bytes each.
  static func assign(_ db: Database) throws {
    try db.execute(sql: "UPDATE posts SET cluster = NULL WHERE cluster IS NOT NULL")
    try db.execute(
      sql: """
        CREATE TEMP TABLE bands (
          band INTEGER NOT NULL, pair INTEGER NOT NULL, post INTEGER NOT NULL
        )
        """
    )
    try noteBands(db)
    var groups = try groups(db)
    try db.execute(sql: "DROP TABLE temp.bands")
    let statement = try db.cachedStatement(sql: "UPDATE posts SET cluster = ? WHERE id = ?")
    for post in groups.members.sorted() {
      try statement.execute(arguments: [groups.first(of: post), post])
    }
  }

  /// Writes down each pair of numbers of each sketch.
  private static func noteBands(_ db: Database) throws {
    let insertion = try db.cachedStatement(
      sql: "INSERT INTO temp.bands (band, pair, post) VALUES (?, ?, ?)"
    )
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT id, sketch FROM posts WHERE sketch IS NOT NULL ORDER BY id"
    )
    while let row = try rows.next() {
      let (post, bytes): (Int64, Data) = (row["id"], row["sketch"])
      guard let sketch = TextSketch(bytes: bytes) else { continue }
      for band in 0..<bands {
        let pair = UInt64(sketch.numbers[2 * band]) << 32 | UInt64(sketch.numbers[2 * band + 1])
        try insertion.execute(arguments: [band, Int64(bitPattern: pair), post])
      }
    }
  }

  /// Joins posts with a pair in common that are alike.
  private static func groups(_ db: Database) throws -> DisjointSets {
    var groups = DisjointSets()
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT band, pair, post FROM temp.bands ORDER BY band, pair, post"
    )
    var sketches = SketchReader()
    var (band, pair): (Int64, Int64) = (-1, 0)
    // All pairs would take too long where thousands agree: the first stands for them, and the one
    // before for chains of small changes.
    var (first, last): (Int64, Int64) = (0, 0)
    while let row = try rows.next() {
      let post: Int64 = row[2]
      if row[0] != band || row[1] != pair {
        (band, pair, first) = (row[0], row[1], post)
      } else {
        for other in Set([first, last]) where !groups.areJoined(post, other) {
          let isAlike = try sketches.sketch(of: post, db).isAlike(sketches.sketch(of: other, db))
          if isAlike { groups.join(post, other) }
        }
      }
      last = post
    }
    return groups
  }
}

/// Reads sketches; of the ones read last, it remembers a few.
private struct SketchReader {
  private var known: [(post: Int64, sketch: TextSketch)] = []
  /// Three stand side by side: a post, the one before it, and the first of their group.
  private static let most = 3

  mutating func sketch(of post: Int64, _ db: Database) throws -> TextSketch {
    if let known = known.first(where: { $0.post == post }) { return known.sketch }
    let bytes = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT sketch FROM posts WHERE id = ?"),
      arguments: [post]
    )
    guard let sketch = TextSketch(bytes: bytes ?? Data()) else {
      throw ArchiveError(.database, "the sketch of post \(post) is damaged")
    }
    if known.count == Self.most { known.removeFirst() }
    known.append((post, sketch))
    return sketch
  }
}

/// Sets without common members, each known by its least; what was never joined is alone.
struct DisjointSets {
  private var parents: [Int64: Int64] = [:]

  /// All that are not alone, in no order.
  var members: some Collection<Int64> { parents.keys }

  mutating func join(_ a: Int64, _ b: Int64) {
    let (a, b) = (first(of: a), first(of: b))
    parents[min(a, b)] = min(a, b)
    parents[max(a, b)] = min(a, b)
  }

  mutating func areJoined(_ a: Int64, _ b: Int64) -> Bool { first(of: a) == first(of: b) }

  mutating func first(of member: Int64) -> Int64 {
    var member = member
    while let parent = parents[member], parent != member {
      let grandparent = parents[parent] ?? parent
      parents[member] = grandparent
      member = grandparent
    }
    return member
  }
}
