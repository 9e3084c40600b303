internal import GRDB

/// What the page says, asked of the database.
struct ArchiveFacts {
  /// A name and how many.
  struct Count {
    var name: String
    var count: Int
  }

  /// A rule, how often it found something, and where.
  struct RuleCount {
    var rule: String
    var category: String
    var findings: Int
    var posts: Int
    /// Words it found, the most frequent first; none if words are left out.
    var examples: [Count]
  }

  /// Why something was not screened.
  struct FailureCount {
    var outcome: String
    var reason: String
    var count: Int
    /// The first places.
    var places: [String]
  }

  /// Flagged posts of a category in a stretch of time.
  struct TimeCount {
    var period: String
    var category: String
    var count: Int
  }

  let categories: [Count]
  let rules: [RuleCount]
  let times: [TimeCount]
  /// Flagged posts whose time is not known.
  let undated: Int
  let platforms: [RateRow]
  let accounts: [RateRow]
  let agencies: [RateRow]
  let withoutAgency: RateRow?
  let locations: [RateRow]
  let clusters: [ClusterRow]
  let failures: [FailureCount]

  init(_ database: ArchiveDatabase, includesText: Bool) throws(ArchiveError) {
    self = try database.read { try ArchiveFacts($0, includesText: includesText) }
  }

  private init(_ db: Database, includesText: Bool) throws {
    categories = try Self.counts(
      db,
      "SELECT category, count(*) FROM findings GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    rules = try Self.rules(db, includesText: includesText)
    times = try Self.times(db)
    undated =
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM posts WHERE flagged = 1 AND day IS NULL"
      ) ?? 0
    platforms = try Rates.highest(.platform, limit: 30, db)
    accounts = try Rates.highest(.account, limit: 30, db)
    agencies = try Rates.highest(.agency, limit: 30, db)
    withoutAgency = try Rates.withoutAgency(db)
    locations = try Rates.highest(.location, limit: 40, db)
    clusters = try ClusterRow.largest(15, db)
    failures = try Self.failures(db)
  }

  private static func counts(
    _ db: Database,
    _ sql: String,
    _ arguments: StatementArguments = []
  ) throws -> [Count] {
    try Row.fetchAll(db, sql: sql, arguments: arguments).map { Count(name: $0[0], count: $0[1]) }
  }

  private static func rules(_ db: Database, includesText: Bool) throws -> [RuleCount] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT rule, min(category), count(*), count(DISTINCT post) FROM findings GROUP BY 1
        ORDER BY 3 DESC, 1 LIMIT 20
        """
    )
    return try rows.map { row in
      let rule: String = row[0]
      let sql = """
        SELECT words, count(*) FROM findings WHERE rule = ?
        AND words IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 3
        """
      return RuleCount(
        rule: rule,
        category: row[1],
        findings: row[2],
        posts: row[3],
        examples: includesText ? try counts(db, sql, [rule]) : []
      )
    }
  }

  /// Days as long as they fit on the page, else months, else years.
  private static func times(_ db: Database) throws -> [TimeCount] {
    for length in [10, 7, 4] {
      let period = "substr(day, 1, \(length))"
      let sql = "SELECT count(DISTINCT \(period)) FROM posts WHERE flagged = 1 AND day IS NOT NULL"
      let periods = try Int.fetchOne(db, sql: sql) ?? 0
      guard length == 4 || periods <= 62 else { continue }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(period), f.category, count(DISTINCT p.id) FROM posts p
          JOIN findings f ON f.post = p.id AND f.counts = 1
          WHERE p.flagged = 1 AND day IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
          """
      ).map { TimeCount(period: $0[0], category: $0[1], count: $0[2]) }
    }
    return []
  }

  private static func failures(_ db: Database) throws -> [FailureCount] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT outcome, reason, count(*) FROM failures GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
        """
    )
    return try rows.map { row in
      let places = try String.fetchAll(
        db,
        sql: """
          SELECT file || ':' || line FROM failures WHERE outcome = ? AND reason = ?
          ORDER BY id LIMIT 5
          """,
        arguments: [row[0] as String, row[1] as String]
      )
      return FailureCount(outcome: row[0], reason: row[1], count: row[2], places: places)
    }
  }
}
