internal import GRDB

/// Puts counts of posts without findings into a database: a row for each group, or a few where groups
/// are so many that they are not all held at once.
struct CleanInsertion {
  private static let limit = 100_000

  let run: String
  /// The rows of groups, and how many of their posts are not in them yet.
  private var rows: [CleanGroup: (id: Int64, posts: Int)] = [:]

  init(run: String) { self.run = run }

  /// Counts a line's posts; of a post with a key that was counted before, none.
  mutating func add(_ row: RowLine, _ db: Database, _ ids: inout KnownIDs) throws {
    let count = CleanTally.Count(row)
    let id = try rows[count.group]?.id ?? makeRow(count, db, &ids)
    if let key = row[CleanRow.Member.key].map(PostInsertion.bytes) {
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO seen (key, clean)
          SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM posts WHERE key = ?) ON CONFLICT DO NOTHING
          """
      )
      try statement.execute(arguments: [key, id, key])
      guard db.changesCount > 0 else { return }
    }
    rows[count.group]?.posts += count.posts
    if rows.count >= Self.limit { try insert(db) }
  }

  private mutating func makeRow(
    _ count: CleanTally.Count,
    _ db: Database,
    _ ids: inout KnownIDs
  ) throws -> Int64 {
    let group = count.group
    let agency = try group.agency.map { try ids.agency($0, db) }
    let account = try group.account.map { account in
      try ids.account(
        account,
        on: group.platform ?? "",
        name: count.name,
        isVerified: count.isVerified,
        db
      )
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO clean (run, account, agency, platform, location, posts)
        VALUES (?, ?, ?, ?, ?, 0)
        """
    )
    try statement.execute(arguments: [run, account, agency, group.platform, group.location])
    rows[group] = (db.lastInsertedRowID, 0)
    return db.lastInsertedRowID
  }

  /// Writes what was counted.
  mutating func insert(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE clean SET posts = posts + ? WHERE id = ?"
    )
    for (id, posts) in rows.values.sorted(by: { $0.id < $1.id }) {
      try statement.execute(arguments: [posts, id])
    }
    rows.removeAll()
  }
}

extension CleanTally.Count {
  /// Reads a line that `CleanRow` wrote.
  fileprivate init(_ row: RowLine) {
    group = CleanGroup(
      platform: row[CleanRow.Member.platform],
      account: row[CleanRow.Member.account],
      agency: row[CleanRow.Member.agency],
      location: row[CleanRow.Member.location]
    )
    name = row[CleanRow.Member.name]
    isVerified = row[CleanRow.Member.verified].map { $0 == "1" }
    posts = row.integer(CleanRow.Member.posts)
  }
}
