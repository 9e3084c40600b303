internal import GRDB

/// One text, posted again and again.
struct ClusterRow {
  /// The first of its posts.
  var id: Int64
  var posts: Int
  var accounts: Int
  var platforms: String
  var agencies: String
  var firstSeen: String
  var lastSeen: String
  /// The words of the first post; `nil` if words are left out.
  var text: String?

  /// The texts that the most accounts have posted.
  static func largest(_ limit: Int, _ db: Database) throws -> [ClusterRow] {
    try Row.fetchAll(
      db,
      sql: select + " ORDER BY accounts DESC, posts DESC, cluster LIMIT \(limit)"
    )
    .map(ClusterRow.init)
  }

  /// The group with an id.
  static func with(id: Int64, _ db: Database) throws -> ClusterRow? {
    try Row.fetchOne(db, sql: "\(select) HAVING cluster = ?", arguments: [id])
      .map(ClusterRow.init)
  }

  private static let select = """
    SELECT cluster, count(*) AS posts, count(DISTINCT p.account) AS accounts,
      coalesce(group_concat(DISTINCT p.platform), ''), coalesce(group_concat(DISTINCT g.name), ''),
      coalesce(min(p.time), ''), coalesce(max(p.time), ''),
      (SELECT text FROM posts WHERE id = p.cluster)
    FROM posts p LEFT JOIN agencies g ON g.id = p.agency
    WHERE cluster IS NOT NULL GROUP BY cluster
    """

  private init(_ row: Row) {
    id = row[0]
    posts = row[1]
    accounts = row[2]
    platforms = row[3]
    agencies = row[4]
    firstSeen = row[5]
    lastSeen = row[6]
    text = row[7]
  }
}
