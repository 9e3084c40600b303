internal import Foundation
internal import GRDB

/// Puts a post into a database; one that is there already is only seen once more.
struct PostInsertion {
  let row: RowLine
  let run: String

  func insert(_ db: Database, _ ids: inout KnownIDs) throws {
    let file = try ids.file(row[PostRow.Member.file] ?? "", db)
    let agency = try row[PostRow.Member.agency].map { try ids.agency($0, db) }
    let account = try row[PostRow.Member.account].map { account in
      try ids.account(
        account,
        on: row[PostRow.Member.platform] ?? "",
        name: row[PostRow.Member.name],
        isVerified: row[PostRow.Member.verified].map { $0 == "1" },
        db
      )
    }
    let time = row[PostRow.Member.time]
    let key = Self.bytes(row[PostRow.Member.key] ?? "")
    try db.cachedStatement(
      sql: """
        INSERT INTO posts (key, run, platform, post, account, agency, location, time, day, url,
          file, line, offset, partial, flagged, findings, sketch, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      key, run, row[PostRow.Member.platform],
      row[PostRow.Member.id], account, agency, row[PostRow.Member.location], time,
      time.flatMap { Day.prefix(of: $0) }, row[PostRow.Member.url], file,
      row.integer(PostRow.Member.line), row.integer(PostRow.Member.offset),
      row[PostRow.Member.outcome] == nil ? 0 : 1, row.integer(PostRow.Member.flagged),
      row.integer(PostRow.Member.findings), row[PostRow.Member.sketch].map(Self.bytes),
      row[PostRow.Member.text],
    ])
    guard db.changesCount > 0 else {
      try db.cachedStatement(sql: "UPDATE posts SET sightings = sightings + 1 WHERE key = ?")
        .execute(arguments: [key])
      return
    }
    guard let tokens = row[PostRow.Member.tokens] else { return }
    try db.cachedStatement(sql: "INSERT INTO search (rowid, tokens) VALUES (?, ?)")
      .execute(arguments: [db.lastInsertedRowID, tokens])
  }

  /// Bytes from hexadecimal digits.
  static func bytes(_ hexadecimal: String) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hexadecimal.utf8.count / 2)
    var high: UInt8?
    for digit in hexadecimal.utf8 {
      let value = digit < 0x3A ? digit &- 0x30 : digit &- 0x57
      if let first = high {
        bytes.append(first << 4 | value & 0xF)
        high = nil
      } else {
        high = value & 0xF
      }
    }
    return Data(bytes)
  }
}

/// Puts a finding into a database, unless its post's findings are there already.
struct FindingInsertion {
  let row: RowLine

  func insert(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO findings (post, rule, category, kind, severity, status, confidence, counts,
          accepted, field, start, "end", words, fingerprint, detail)
        SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM posts WHERE key = ?
          AND NOT EXISTS (SELECT 1 FROM findings WHERE findings.post = posts.id
            AND fingerprint = ? AND field = ? AND start = ?)
        """
    ).execute(arguments: [
      self[.rule], self[.category], self[.kind], row.integer(FindingRow.Member.severity),
      self[.status], self[.confidence].flatMap { Double($0) },
      row.integer(FindingRow.Member.counts),
      row.integer(FindingRow.Member.accepted), self[.field], row.integer(FindingRow.Member.start),
      row.integer(FindingRow.Member.end), self[.words], self[.fingerprint], self[.detail],
      PostInsertion.bytes(self[.post] ?? ""), self[.fingerprint], self[.field],
      row.integer(FindingRow.Member.start),
    ])
  }

  private subscript(_ member: FindingRow.Member) -> String? { row[member] }
}

/// Puts a failure into a database.
struct FailureInsertion {
  static let members = ["file", "line", "offset", "outcome", "reason", "detail"]
  let row: RowLine

  func insert(_ db: Database, run: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO failures (run, file, line, offset, outcome, reason, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      run, row["file"], row["line"].flatMap { Int($0) }, row["offset"].flatMap { Int($0) },
      row["outcome"], row["reason"], row["detail"],
    ])
  }
}
