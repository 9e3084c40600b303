internal import GRDB

/// How many of somebody's posts were flagged.
struct RateRow {
  /// The account, agency, platform or location.
  var name: String
  /// What else is known: the platform, whether it is verified.
  var about: String
  var posts: Int
  var flagged: Int

  /// The share of flagged posts.
  var rate: WilsonInterval { WilsonInterval(min(flagged, posts), of: posts) }
}

/// Rates by account, agency, platform and location.
///
/// All are ranked by the lower bound of the interval, so that ten posts do not rank above ten thousand.
struct Rates {
  /// A question: what to group posts by.
  enum Question: String {
    case account, agency, platform, location
  }

  /// The accounts and the like with flagged posts, those with the highest rate at least first.
  static func highest(_ question: Question, limit: Int, _ db: Database) throws -> [RateRow] {
    let (columns, join, group, condition) = question.parts
    let sql = """
      SELECT \(columns), sum(p.posts) AS total, sum(p.flagged) AS hits
      FROM screened p \(join) WHERE \(condition) GROUP BY \(group) HAVING hits > 0
      ORDER BY wilson_low(hits, total) DESC, hits DESC, 1, 2 LIMIT \(limit)
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      RateRow(name: row[0], about: row[1] ?? "", posts: row[2], flagged: row[3])
    }
  }

  /// All posts of accounts that name no agency; `nil` if there are none.
  static func withoutAgency(_ db: Database) throws -> RateRow? {
    let sql = "SELECT coalesce(sum(posts), 0), sum(flagged) FROM screened WHERE agency IS NULL"
    guard let row = try Row.fetchOne(db, sql: sql), row[0] as Int > 0 else { return nil }
    return RateRow(name: "", about: "", posts: row[0], flagged: row[1] ?? 0)
  }
}

extension Rates.Question {
  /// The name and what else is known, the tables that know it, what to group by, and which posts count.
  fileprivate var parts: (columns: String, join: String, group: String, condition: String) {
    switch self {
    case .account:
      (
        "coalesce(a.name, a.account), a.platform", "JOIN accounts a ON a.id = p.account",
        "p.account", "p.account IS NOT NULL"
      )
    case .agency:
      (
        "g.name, CAST(count(DISTINCT p.account) AS TEXT)",
        "JOIN agencies g ON g.id = p.agency", "p.agency", "p.agency IS NOT NULL"
      )
    case .platform: ("p.platform, ''", "", "p.platform", "p.platform IS NOT NULL")
    case .location: ("p.location, ''", "", "p.location", "p.location IS NOT NULL")
    }
  }
}
