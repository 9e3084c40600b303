internal import GRDB

/// All that a database knows of a post and of who posted it, to be handed on.
package struct CaseFile: Sendable {
  /// A wording that guidance warns about.
  struct Finding: Sendable {
    var rule: String
    var category: String
    var isAccepted: Bool
    var counts: Bool
    var detail: FindingDetail
    /// The words; `nil` if the database has none.
    var words: String?
  }

  /// Another flagged post of the account.
  struct Earlier: Sendable {
    var id: Int64
    var post: String?
    var time: String?
    var url: String?
    var rules: String
  }

  let id: Int64
  let post: String?
  let platform: String?
  let account: String?
  let accountName: String?
  let isVerified: Bool?
  let agency: String?
  let location: String?
  let time: String?
  let url: String?
  let place: String
  let isPartial: Bool
  let sightings: Int
  let text: String?
  let findings: [Finding]
  /// How many of the account's posts were screened and flagged; `nil` without an account.
  let history: RateRow?
  let earlier: [Earlier]
  let cluster: ClusterRow?
  /// What the post was screened with.
  let rules: String

  /// Looks up a post by the database's number for it or by the platform's id.
  ///
  /// - Throws: if there is no such post, or several platforms have one.
  package init(_ name: String, in database: ArchiveDatabase) throws(ArchiveError) {
    self = try database.read { db in try CaseFile(row: Self.row(name, db), db) }
  }

  private static func row(_ name: String, _ db: Database) throws -> Row {
    let sql = """
      SELECT p.*, a.account AS account_name, a.name AS display_name, a.verified, g.name AS agency_name,
        f.path || ':' || p.line AS place, r.rules AS rules
      FROM posts p LEFT JOIN accounts a ON a.id = p.account LEFT JOIN agencies g ON g.id = p.agency
        JOIN files f ON f.id = p.file JOIN runs r ON r.id = p.run
      """
    var rows = try Row.fetchAll(
      db,
      sql: sql + " WHERE p.post = ? AND p.findings > 0 LIMIT 5",
      arguments: [name]
    )
    if rows.isEmpty {
      rows = try Row.fetchAll(db, sql: sql + " WHERE p.post = ? LIMIT 5", arguments: [name])
    }
    let number = name.hasPrefix("#") ? String(name.dropFirst()) : name
    if rows.isEmpty || name.hasPrefix("#"), let id = Int64(number) {
      rows = try Row.fetchAll(db, sql: sql + " WHERE p.id = ?", arguments: [id])
    }
    guard let row = rows.first else {
      throw ArchiveError(
        .cannotRead,
        "the database has no post “\(name)”",
        hint: "search for words of it by trustscreen search"
      )
    }
    guard rows.count == 1 else {
      let numbers = rows.map { "#\($0["id"] as Int64) (\($0["platform"] ?? "?"))" }
      throw ArchiveError(
        .cannotRead,
        "several posts are called “\(name)”",
        hint: "name one by its number: \(numbers.joined(separator: ", "))"
      )
    }
    return row
  }

  private init(row: Row, _ db: Database) throws {
    id = row["id"]
    post = row["post"]
    platform = row["platform"]
    account = row["account_name"]
    accountName = row["display_name"]
    isVerified = (row["verified"] as Int?).map { $0 == 1 }
    agency = row["agency_name"]
    location = row["location"]
    time = row["time"]
    url = row["url"]
    place = row["place"]
    isPartial = row["partial"] == 1
    sightings = row["sightings"]
    text = row["text"]
    rules = row["rules"]
    findings = try Self.findings(of: id, db)
    let accountID: Int64? = row["account"]
    history = try accountID.flatMap { try Self.history(of: $0, db) }
    earlier = try accountID.map { try Self.earlier(of: $0, but: row["id"], db) } ?? []
    let clusterID: Int64? = row["cluster"]
    cluster = try clusterID.flatMap { try ClusterRow.with(id: $0, db) }
  }

  private static func findings(of post: Int64, _ db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM findings WHERE post = ? ORDER BY id",
      arguments: [post]
    ).map { row in
      Finding(
        rule: row["rule"],
        category: row["category"],
        isAccepted: row["accepted"] == 1,
        counts: row["counts"] == 1,
        detail: try FindingDetail(json: row["detail"]),
        words: row["words"]
      )
    }
  }

  private static func history(of account: Int64, _ db: Database) throws -> RateRow? {
    try Row.fetchOne(
      db,
      sql: "SELECT coalesce(sum(posts), 0), sum(flagged) FROM screened WHERE account = ?",
      arguments: [account]
    ).map { RateRow(name: "", about: "", posts: $0[0], flagged: $0[1] ?? 0) }
  }

  private static func earlier(
    of account: Int64,
    but post: Int64,
    _ db: Database
  ) throws -> [Earlier] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, post, time, url, (SELECT group_concat(rule, ', ') FROM
          (SELECT DISTINCT rule FROM findings f WHERE f.post = p.id AND counts = 1 ORDER BY 1)) AS rules
        FROM posts p WHERE account = ? AND flagged = 1 AND id <> ?
        ORDER BY time DESC, id DESC LIMIT 20
        """,
      arguments: [account, post]
    ).map { row in
      Earlier(
        id: row["id"],
        post: row["post"],
        time: row["time"],
        url: row["url"],
        rules: row["rules"] ?? ""
      )
    }
  }
}
