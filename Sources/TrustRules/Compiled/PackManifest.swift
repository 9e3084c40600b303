package import TrustText

/// What a file of compiled packs says of itself.
package struct PackManifest: Sendable {
  /// One pack.
  package struct Entry: Sendable {
    package var id: String
    package var version: String
    package var digest: String
    package var isOnByDefault: Bool
    /// How many rules it has.
    package var ruleCount: Int
    /// Whether it is among those whose rules are compiled.
    package var isCompiled: Bool
  }

  /// The engine that wrote the file.
  package var engine: String
  /// The Unicode version of its fold table.
  package var unicode: String
  /// The packs that have rules, in order.
  package var packs: [Entry]

  /// Describes packs.
  package init(engine: String, packs: [Entry]) {
    self.engine = engine
    unicode = FoldTable.unicodeVersion
    self.packs = packs
  }

  /// Reads a manifest.
  package init(from reader: inout BinaryReader) throws(BinaryDamage) {
    engine = try reader.text()
    unicode = try reader.text()
    packs = []
    for _ in 0..<(try reader.int(below: 1 << 16)) {
      packs.append(
        Entry(
          id: try reader.text(),
          version: try reader.text(),
          digest: try reader.text(),
          isOnByDefault: try reader.bool(),
          ruleCount: try reader.int(below: 1 << 31),
          isCompiled: try reader.bool()
        )
      )
    }
  }

  /// Writes the manifest.
  package func write(to writer: inout BinaryWriter) {
    writer.write(engine)
    writer.write(unicode)
    writer.write(packs.count)
    for pack in packs {
      writer.write(pack.id)
      writer.write(pack.version)
      writer.write(pack.digest)
      writer.write(pack.isOnByDefault)
      writer.write(pack.ruleCount)
      writer.write(pack.isCompiled)
    }
  }
}
