internal import GRDB

/// Puts counts of posts without findings into a database: a row for each group, or a few where groups
/// are so many that they are not all held at once.
struct CleanInsertion {
  private static let limit = 100_000

  let run: String
  private var tally = CleanTally()

  init(run: String) { self.run = run }

  /// Counts a line's posts.
  mutating func add(_ row: RowLine, _ db: Database, _ ids: inout KnownIDs) throws {
    tally.add(CleanTally.Count(row))
    if tally.counts.count >= Self.limit { try insert(db, &ids) }
  }

  /// Writes what was counted.
  mutating func insert(_ db: Database, _ ids: inout KnownIDs) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO clean (run, account, agency, platform, location, posts)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    )
    for count in tally.counts {
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
      try statement.execute(arguments: [
        run, account, agency, group.platform, group.location, count.posts,
      ])
    }
    tally.removeAll()
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
