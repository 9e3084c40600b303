package import TrustText

extension PackFile {
  /// The bytes of a file with packs: what `trustscreen pack build` writes, and what is linked into
  /// the program.
  ///
  /// The rules of those packs are compiled that are on by default, or of the only pack there is.
  ///
  /// - Parameters:
  ///   - archive: The packs with their sources, those that others use included.
  ///   - engine: The engine and its version.
  ///   - more: Other sections.
  /// - Returns: The bytes: the same for the same packs.
  /// - Throws: `PackArchive.Damage` if the archive is none.
  package static func build(
    _ archive: [PackArchive.Entry],
    engine: String,
    more: [(section: Section, bytes: [UInt8])] = []
  ) throws(PackArchive.Damage) -> [UInt8] {
    let sources = Array(PackArchive.encode(archive).utf8)
    let packs = try PackArchive.decode(sources)
    let running = packs.count == 1 ? packs : packs.filter(\.isOnByDefault)
    let manifest = PackManifest(
      engine: engine,
      packs: packs.map { pack in
        .init(
          id: pack.id,
          version: pack.version,
          digest: pack.digest,
          isOnByDefault: pack.isOnByDefault,
          ruleCount: pack.rules.count,
          isCompiled: running.contains { $0.id == pack.id }
        )
      }
    )
    return bytes(
      [
        (.manifest, section(manifest.write)), (.rules, section(Ruleset(running).write)),
        (.sources, section { $0.write(sources) }),
      ] + more
    )
  }

  /// The bytes of a section.
  package static func section(_ write: (inout BinaryWriter) -> Void) -> [UInt8] {
    var writer = BinaryWriter()
    write(&writer)
    return writer.finish()
  }
}
