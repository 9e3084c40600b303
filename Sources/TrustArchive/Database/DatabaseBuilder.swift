internal import Foundation
internal import GRDB
internal import TrustLines

/// Fills a new database from the rows that workers made.
struct DatabaseBuilder {
  let run: RunRow

  /// Makes the database of a run beside its place, from nothing, however often it is tried.
  func build(_ folder: RunFolder, at path: String) throws(ArchiveError) {
    for suffix in ["", "-journal", "-wal", "-shm"] { try Files.remove(path + suffix) }
    let database = try ArchiveDatabase(path: path, isNew: true)
    let reading = RowReading()
    try database.write { db in
      // Until it is whole nobody reads it; a crash leaves a file that is made anew.
      try run.insert(db)
      var ids = KnownIDs()
      try reading.posts(folder.work(.posts)) { row in
        try PostInsertion(row: row, run: run.id).insert(db, &ids)
      }
      var clean = CleanInsertion(run: run.id)
      try reading.clean(folder.work(.clean)) { row in try clean.add(row, db, &ids) }
      try clean.insert(db)
      try reading.findings(folder.work(.matches)) { row in try row.insert(db) }
      try reading.failures(folder.work(.failures)) { row in try row.insert(db, run: run.id) }
      try ArchiveDatabase.makeIndexes(db)
      try Clusters.assign(db)
    }
    try database.close()
  }
}

/// What a database says of a run.
struct RunRow {
  let id: String
  let settings: RunSettings
  let totals: RunTotals

  func insert(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO runs (id, engine, rules, inputs, seen, screened, partial, failed, flagged)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, settings.rules.first ?? "", try Self.json(settings.rules),
        try Self.json(settings.inputs), totals.seen, totals.screened, totals.partial,
        totals.failed, totals.flagged,
      ]
    )
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
