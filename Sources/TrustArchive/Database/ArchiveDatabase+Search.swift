internal import GRDB
internal import TrustReport

extension ArchiveDatabase {
  /// A post that was found by words of it.
  package struct Hit: Sendable {
    /// The database's number for it, which `case` takes as `#17`.
    package var number: Int64
    package var post: String?
    package var platform: String?
    package var account: String?
    package var time: String?
    package var text: String
  }

  /// Posts with findings that have some words, in the order of the archive.
  ///
  /// Words are folded like posts: width, case and script do not count. Two Chinese characters are enough,
  /// and so is one.
  package func posts(with words: String, limit: Int) throws(ArchiveError) -> [Hit] {
    guard let query = SearchTokens.query(for: words) else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT p.id, p.post, p.platform, coalesce(a.name, a.account), p.time, p.text
          FROM search JOIN posts p ON p.id = search.rowid LEFT JOIN accounts a ON a.id = p.account
          WHERE search MATCH ? ORDER BY p.id LIMIT ?
          """,
        arguments: [query, limit]
      ).map { row in
        Hit(
          number: row[0],
          post: row[1],
          platform: row[2],
          account: row[3],
          time: row[4],
          text: row[5] ?? ""
        )
      }
    }
  }
}

extension ArchiveDatabase.Hit {
  /// The post on one line, for a terminal.
  package var line: String {
    let facts = [post, platform, account, time].compactMap(\.self).joined(separator: " · ")
    let text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let excerpt = text.count > 60 ? text.prefix(59) + "…" : text[...]
    return TerminalSafe.text("#\(number)  \(facts)  \(excerpt)")
  }
}
