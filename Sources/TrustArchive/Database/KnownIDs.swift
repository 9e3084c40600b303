internal import GRDB

/// Ids of rows that many posts share, which are made when they are first asked for.
///
/// What was looked up is remembered, and forgotten when it is too much.
struct KnownIDs {
  private var ids: [String: Int64] = [:]
  private static let limit = 100_000

  /// The id of a file.
  mutating func file(_ path: String, _ db: Database) throws -> Int64 {
    try id("f\u{0}" + path) { try Self.id(db, "files", "path", path) }
  }

  /// The id of an agency.
  mutating func agency(_ name: String, _ db: Database) throws -> Int64 {
    try id("g\u{0}" + name) { try Self.id(db, "agencies", "name", name) }
  }

  /// The id of an account; what is said of it first is what is kept.
  mutating func account(
    _ account: String,
    on platform: String,
    name: String?,
    isVerified: Bool?,
    _ db: Database
  ) throws -> Int64 {
    try id("a\u{0}\(platform)\u{0}\(account)") {
      try db.cachedStatement(
        sql: """
          INSERT INTO accounts (platform, account, name, verified) VALUES (?, ?, ?, ?)
          ON CONFLICT (platform, account) DO NOTHING
          """
      ).execute(arguments: [platform, account, name, isVerified.map { $0 ? 1 : 0 }])
      let found = try db.cachedStatement(
        sql: "SELECT id FROM accounts WHERE platform = ? AND account = ?"
      )
      return try Int64.fetchOne(found, arguments: [platform, account]) ?? 0
    }
  }

  private mutating func id(_ name: String, _ find: () throws -> Int64) rethrows -> Int64 {
    if let known = ids[name] { return known }
    if ids.count >= Self.limit { ids.removeAll(keepingCapacity: true) }
    let found = try find()
    ids[name] = found
    return found
  }

  private static func id(
    _ db: Database,
    _ table: String,
    _ column: String,
    _ name: String
  ) throws -> Int64 {
    try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(column)) VALUES (?) ON CONFLICT DO NOTHING"
    ).execute(arguments: [name])
    let sql = "SELECT id FROM \(table) WHERE \(column) = ?"
    return try Int64.fetchOne(db, sql: sql, arguments: [name]) ?? 0
  }
}
