internal import Foundation
internal import GRDB
internal import TrustEvaluation
internal import TrustReport

/// Draws flagged posts at random for a person to check.
struct Sample {
  let count: Int
  let seed: UInt64

  static let columns = [
    "verdict", "note", "key", "post", "platform", "account", "time", "url", "rules", "words",
    "text",
  ]

  /// The rows of `sample.csv`, in the order of the archive; “verdict” is for the person to fill in.
  ///
  /// - Complexity: O(flagged posts); each has the same chance (Waterman's reservoir, algorithm R).
  func csv(of database: ArchiveDatabase) throws(ArchiveError) -> String {
    try database.read { db in
      let chosen = try draw(db)
      let rows = try chosen.sorted().compactMap { id in
        try Row.fetchOne(db, sql: Self.sql, arguments: [id])
      }
      return rows.reduce(into: CSVRow.text(Self.columns)) { text, row in
        text += CSVRow.text(["", ""] + (0..<9).map { row[$0] ?? "" })
      }
    }
  }

  private func draw(_ db: Database) throws -> [Int64] {
    var generator = SplitMix64(seed: seed)
    var chosen: [Int64] = []
    var seen = 0
    let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM posts WHERE flagged = 1 ORDER BY id")
    while let id = try ids.next() {
      seen += 1
      if chosen.count < count {
        chosen.append(id)
      } else {
        let place = generator.index(below: seen)
        if place < count { chosen[place] = id }
      }
    }
    return chosen
  }

  private static let sql = """
    SELECT lower(hex(p.key)), p.post, p.platform, a.account, p.time, p.url,
      (SELECT group_concat(rule, ' ') FROM
        (SELECT DISTINCT rule FROM findings WHERE post = p.id AND counts = 1 ORDER BY rule)),
      (SELECT group_concat(words, ' / ') FROM
        (SELECT words FROM findings WHERE post = p.id AND counts = 1 ORDER BY id)),
      p.text
    FROM posts p LEFT JOIN accounts a ON a.id = p.account WHERE p.id = ?
    """
}
