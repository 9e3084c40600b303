internal import Synchronization
internal import TrustText

/// Packs from a file of compiled ones.
///
/// What they say in full is read only if somebody asks for it, or for another choice of them than
/// was compiled.
package final class CompiledPacks: Sendable {
  package let file: PackFile
  package let manifest: PackManifest
  /// The rules; those of the program are read when they are needed.
  private let rules: Ruleset?
  private let contents = Mutex<[String: Pack]?>(nil)

  /// Opens a file's packs.
  ///
  /// - Throws: `PackError` if anything in it is not as it should be, but for its sources.
  package init(_ file: PackFile) throws(PackError) {
    self.file = file
    guard let manifest = try file.read(.manifest, PackManifest.init(from:)) else {
      throw PackError([PackFile.Refusal.damage(0, "it has no manifest").issue(file.name)])
    }
    self.manifest = manifest
    rules = file.bytes.isTrusted ? nil : try Self.rules(of: file)
  }

  /// The packs, in the file's order.
  package var packs: [Pack] { manifest.packs.indices.map { Pack(compiled: self, $0) } }

  private static func rules(of file: PackFile) throws(PackError) -> Ruleset {
    guard let rules = try file.read(.rules, Ruleset.init(from:)) else {
      throw PackError([PackFile.Refusal.damage(0, "it has no rules").issue(file.name)])
    }
    return rules
  }

  /// The compiled form of packs, if they are all those that one file has compiled, in its order.
  static func ruleset(of packs: [Pack]) throws(PackError) -> Ruleset? {
    guard let compiled = packs.first?.compiled?.packs else { return nil }
    let places = packs.compactMap { $0.compiled?.packs === compiled ? $0.compiled?.place : nil }
    let all = compiled.manifest.packs
    guard places.count == packs.count, places == all.indices.filter({ all[$0].isCompiled }) else {
      return nil
    }
    if let rules = compiled.rules { return rules }
    return try rules(of: compiled.file)
  }

  /// A pack in full.
  ///
  /// - Throws: `PackError` if the file's sources cannot be read.
  func pack(_ place: Int) throws(PackError) -> Pack {
    let entry = manifest.packs[place]
    guard let pack = try all()[entry.id], pack.digest == entry.digest else {
      let refusal = PackFile.Refusal.damage(0, "its sources have no pack “\(entry.id)”")
      throw PackError([refusal.issue(file.name)])
    }
    return pack
  }

  private func all() throws(PackError) -> [String: Pack] {
    if let known = contents.withLock({ $0 }) { return known }
    let archive = try file.read(.sources) { reader throws(BinaryDamage) -> [UInt8] in
      try reader.array()
    }
    let packs: [Pack]
    do throws(PackArchive.Damage) {
      packs = try PackArchive.decode(archive ?? [])
    } catch {
      let refusal = PackFile.Refusal.damage(error.byte, "its sources are no packs")
      throw PackError([refusal.issue(file.name)])
    }
    // Somebody may have written a file by hand.
    let issues =
      file.bytes.isTrusted ? [] : packs.flatMap(NameChecker.issues).filter { !$0.isWarning }
    guard issues.isEmpty else { throw PackError(issues) }
    let known = Dictionary(packs.map { ($0.id, $0) }) { first, _ in first }
    contents.withLock { $0 = known }
    return known
  }
}
