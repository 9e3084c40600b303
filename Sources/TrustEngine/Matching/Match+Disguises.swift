import TrustText

extension Match {
  /// What its parts were disguised by; separators that folding dropped are noise too.
  func disguises(in text: FoldedText) -> Disguises {
    parts.reduce(into: []) { disguises, part in
      disguises.formUnion(part.disguises)
      if text.isJoined(part.range) { disguises.insert(.noise) }
    }
  }

  /// Whether anything was dropped inside it.
  func isSeparated(in text: FoldedText) -> Bool {
    text.isJoined(range) || parts.contains { $0.disguises.contains(.noise) }
  }

  /// Whether some words of it or of its company are there for certain, if others may be chance.
  var isSupported: Bool {
    !parts.contains { $0.disguises.contains(.weak) }
      || (parts + company).contains { !$0.disguises.contains(.weak) }
  }
}
