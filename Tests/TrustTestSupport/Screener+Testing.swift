package import TrustEngine
internal import TrustText

extension Screener {
  /// A screener with one small pack; see `TestPack`.
  package static func testing(_ yaml: String, options: Options = .init()) throws -> Screener {
    try Screener(packs: [TestPack.pack(yaml)], options: options)
  }

  /// A screener with one rule that has one pattern.
  package static func finding(_ pattern: String, _ keys: String = "") throws -> Screener {
    try testing(
      """
      rules:
        - id: rule
          find: ['\(pattern)']
          \(keys)
      """
    )
  }

  /// The text with `<<…>>` around what is found in it.
  package func marked(_ text: String) -> String {
    MarkedText.mark(text, screen(text).findings.map(\.span.scalars))
  }
}

extension Report {
  /// What explained findings away, by name, in the order of the report.
  package var excuses: [String] { suppressed.map(\.by) }
}
