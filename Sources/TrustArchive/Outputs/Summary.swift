internal import Foundation
internal import GRDB
internal import TrustReport

/// `summary.json`: what a run did, in figures; it is written last, and says that all results are there.
struct Summary {
  let json: JSON

  init(
    settings: RunSettings,
    totals: RunTotals,
    bytes: Int,
    run: String,
    baseline: Baseline,
    database: ArchiveDatabase
  ) throws(ArchiveError) {
    let entries = baseline.entries.values.sorted { $0.fingerprint < $1.fingerprint }
    let (categories, rules, reasons, used) = try database.read { db in
      (
        try Self.counts(db, "SELECT category, count(*) FROM findings GROUP BY 1 ORDER BY 1"),
        try Self.counts(db, "SELECT rule, count(*) FROM findings GROUP BY 1 ORDER BY 1"),
        try Self.counts(db, "SELECT reason, count(*) FROM failures GROUP BY 1 ORDER BY 1"),
        try entries.filter { try Self.occurs($0, db) }
      )
    }
    let expired = used.count { $0.hasExpired(on: settings.day) }
    json = [
      "schema": "trustscreen.summary/1",
      "run": .string(run),
      "totals": totals.json,
      "bytes": .integer(bytes),
      "categories": categories,
      "rules": rules,
      "failures": reasons,
      "baseline": settings.baseline == nil
        ? nil
        : [
          "entries": .integer(entries.count),
          "accepted": .integer(used.count - expired),
          "expired": .integer(expired),
          "vanished": .integer(entries.count - used.count),
        ],
      "screenedWith": .strings(settings.rules),
      "inputs": .list(settings.inputs) { input in
        ["path": .string(input.path), "size": input.size.map(JSON.integer) ?? .null]
      },
    ]
  }

  /// Whether a finding that a baseline names was found again.
  private static func occurs(_ entry: Baseline.Entry, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM findings WHERE fingerprint = ?)"
    )
    return try Bool.fetchOne(statement, arguments: [entry.fingerprint]) ?? false
  }

  private static func counts(_ db: Database, _ sql: String) throws -> JSON {
    .object(
      try Row.fetchAll(db, sql: sql).map { row in
        JSON.Member(name: row[0], value: .integer(row[1]))
      }
    )
  }

  /// The totals of a run that is done.
  static func totals(in folder: RunFolder) throws(ArchiveError) -> RunTotals {
    struct Stored: Decodable { var totals: RunTotals }
    let path = folder.path + "/summary.json"
    do {
      return try JSONDecoder().decode(Stored.self, from: Data(try Files.bytes(of: path))).totals
    } catch let error as ArchiveError { throw error } catch { throw .reading(path, error) }
  }
}
