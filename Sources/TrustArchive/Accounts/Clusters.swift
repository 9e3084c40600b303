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
  ///   held for different texts only, four bytes each.
  static func assign(_ db: Database) throws {
    try db.execute(sql: "UPDATE posts SET cluster = NULL WHERE cluster IS NOT NULL")
    let count = try noteSketches(db)
    try noteBands(db)
    var groups = try groups(of: count, db)
    try noteClusters(&groups, db)
    try db.execute(
      sql: """
        UPDATE posts SET cluster = (SELECT cluster FROM temp.sketches WHERE sketch = posts.sketch)
          WHERE EXISTS (
            SELECT 1 FROM temp.sketches WHERE sketch = posts.sketch AND cluster IS NOT NULL
          );
        DROP TABLE temp.bands;
        DROP TABLE temp.sketches
        """
    )
  }

  /// Numbers the different sketches from 1 on, by their first posts, and answers how many there are.
  ///
  /// Posts with the same one are a group without more work.
  private static func noteSketches(_ db: Database) throws -> Int {
    try db.execute(
      sql: """
        CREATE TEMP TABLE sketches (
          number INTEGER PRIMARY KEY, sketch BLOB NOT NULL UNIQUE, post INTEGER NOT NULL,
          cluster INTEGER
        );
        INSERT INTO temp.sketches (sketch, post, cluster)
          SELECT sketch, min(id) AS first, CASE WHEN count(*) > 1 THEN min(id) END
          FROM posts WHERE sketch IS NOT NULL GROUP BY sketch ORDER BY first
        """
    )
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.sketches") ?? 0
  }

  /// Writes down each pair of numbers of each sketch.
  private static func noteBands(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE bands (
          band INTEGER NOT NULL, pair INTEGER NOT NULL, sketch INTEGER NOT NULL
        )
        """
    )
    let insertion = try db.cachedStatement(
      sql: "INSERT INTO temp.bands (band, pair, sketch) VALUES (?, ?, ?)"
    )
    let rows = try Row.fetchCursor(db, sql: "SELECT number, sketch FROM temp.sketches")
    while let row = try rows.next() {
      let (number, bytes): (Int64, Data) = (row[0], row[1])
      guard let sketch = TextSketch(bytes: bytes) else { continue }
      for band in 0..<bands {
        let pair = UInt64(sketch.numbers[2 * band]) << 32 | UInt64(sketch.numbers[2 * band + 1])
        try insertion.execute(arguments: [band, Int64(bitPattern: pair), number])
      }
    }
  }

  /// Joins sketches with a pair in common that are alike.
  private static func groups(of count: Int, _ db: Database) throws -> DisjointSets {
    var groups = DisjointSets(count: count)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT band, pair, sketch FROM temp.bands ORDER BY band, pair, sketch"
    )
    var sketches = SketchReader()
    var (band, pair): (Int64, Int64) = (-1, 0)
    // All pairs would take too long where thousands agree: the first stands for them, and the one
    // before for chains of small changes.
    var (first, last) = (0, 0)
    while let row = try rows.next() {
      let sketch: Int = row[2]
      if row[0] != band || row[1] != pair {
        (band, pair, first) = (row[0], row[1], sketch)
      } else {
        for other in Set([first, last]) where !groups.areJoined(sketch, other) {
          let isAlike = try sketches.sketch(sketch, db).isAlike(sketches.sketch(other, db))
          if isAlike { groups.join(sketch, other) }
        }
      }
      last = sketch
    }
    return groups
  }

  /// Writes down which sketches are of one group: the first post of its first sketch.
  private static func noteClusters(_ groups: inout DisjointSets, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE temp.sketches
          SET cluster = (SELECT first.post FROM temp.sketches AS first WHERE first.number = ?)
          WHERE number = ?
        """
    )
    for number in groups.members {
      let first = groups.first(of: number)
      guard first != number else { continue }
      try statement.execute(arguments: [first, first])
      try statement.execute(arguments: [first, number])
    }
  }
}

/// Reads sketches; of the ones read last, it remembers a few.
private struct SketchReader {
  private var known: [(number: Int, sketch: TextSketch)] = []
  /// Three stand side by side: one, the one before it, and the first of their group.
  private static let most = 3

  mutating func sketch(_ number: Int, _ db: Database) throws -> TextSketch {
    if let known = known.first(where: { $0.number == number }) { return known.sketch }
    let bytes = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT sketch FROM temp.sketches WHERE number = ?"),
      arguments: [number]
    )
    guard let sketch = TextSketch(bytes: bytes ?? Data()) else {
      throw ArchiveError(.database, "the sketch of a post is damaged")
    }
    if known.count == Self.most { known.removeFirst() }
    known.append((number, sketch))
    return sketch
  }
}

/// Sets of the numbers from 1 on without common members, each known by its least; at first all are alone.
struct DisjointSets {
  private var parents: [UInt32]

  init(count: Int) { parents = (0...count).map { UInt32($0) } }

  var members: Range<Int> { 1..<parents.count }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (first(of: a), first(of: b))
    parents[max(a, b)] = UInt32(min(a, b))
  }

  mutating func areJoined(_ a: Int, _ b: Int) -> Bool { first(of: a) == first(of: b) }

  mutating func first(of member: Int) -> Int {
    var member = member
    while parents[member] != UInt32(member) {
      let grandparent = parents[Int(parents[member])]
      parents[member] = grandparent
      member = Int(grandparent)
    }
    return member
  }
}
