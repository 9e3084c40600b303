internal import Foundation
internal import GRDB

/// A database of archives: what was screened, what was found, and who posted it.
///
/// See `ArchiveDatabase+Schema.swift` for its tables.
package struct ArchiveDatabase {
  let queue: DatabaseQueue
  let path: String

  /// Opens a database, and makes it if it is not there and may be made.
  package init(path: String, isNew: Bool = false) throws(ArchiveError) {
    self.path = path
    guard isNew || Files.exists(path) else {
      throw ArchiveError(
        .cannotRead,
        "there is no database “\(path)”",
        hint: "trustscreen scan … --out makes one"
      )
    }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      db.add(function: Self.wilsonLow)
      db.add(function: Self.wilsonHigh)
      // 2 MB, and as much for sorting, whatever the database's size; the system keeps more of it.
      try db.execute(sql: "PRAGMA cache_size = -2000")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if isNew { try queue.write { try Self.makeTables($0) } }
    } catch { throw .database(path, error) }
    try requireVersion()
  }

  /// Refuses files of other programs and versions, whose columns could hold anything.
  private func requireVersion() throws(ArchiveError) {
    let (found, expected) = try read { db in
      let empty = try DatabaseQueue()
      try empty.write { try Self.makeTables($0) }
      return (try Self.statements(db), try empty.read { try Self.statements($0) })
    }
    guard found == expected else {
      throw ArchiveError(
        .database,
        "“\(path)” is no database of this version of trustscreen",
        hint: "make a new one by a scan of the archive"
      )
    }
  }

  func read<T>(_ work: (Database) throws -> T) throws(ArchiveError) -> T {
    do { return try queue.read(work) } catch { throw .database(path, error) }
  }

  func write<T>(_ work: (Database) throws -> T) throws(ArchiveError) -> T {
    do { return try queue.write(work) } catch { throw .database(path, error) }
  }

  /// Ends all use of the file.
  func close() throws(ArchiveError) {
    do { try queue.close() } catch { throw .database(path, error) }
  }

  /// Bounds of Wilson's interval, so that the database can rank: `wilson_low(count, total)`.
  private static let wilsonLow = DatabaseFunction("wilson_low", argumentCount: 2, pure: true) {
    interval($0).low
  }
  private static let wilsonHigh = DatabaseFunction("wilson_high", argumentCount: 2, pure: true) {
    interval($0).high
  }

  private static func interval(_ values: [DatabaseValue]) -> WilsonInterval {
    let count = Int.fromDatabaseValue(values[0]) ?? 0
    let total = Int.fromDatabaseValue(values[1]) ?? 0
    return WilsonInterval(min(count, total), of: total)
  }
}

extension ArchiveError {
  /// Says what the database refused.
  static func database(_ path: String, _ reason: any Error) -> ArchiveError {
    if let own = reason as? ArchiveError { return own }
    if let reason = reason as? DatabaseError, reason.resultCode == .SQLITE_FULL {
      return .writing(path, NSError(domain: NSPOSIXErrorDomain, code: 28))
    }
    return ArchiveError(.database, "the database “\(path)”: \(reason)")
  }
}
