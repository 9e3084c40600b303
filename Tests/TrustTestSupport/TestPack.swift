package import TrustRules
internal import TrustRuleFiles

/// Small packs for tests: only what a test is about has to be written.
package enum TestPack {
  /// A pack from YAML with `lexicons`, `contexts` and `rules`; the header, a source, and the keys
  /// that every rule needs are filled in where they are missing.
  package static func pack(_ yaml: String, id: String = "test") throws -> Pack {
    let (node, issues) = YAMLSource.read(yaml, file: id)
    guard let node, issues.isEmpty else { throw PackError(issues) }
    return try Pack.read(files: [completed(node, id: id)], used: [], digest: "digest-of-\(id)")
  }

  /// The pack's file as nodes, completed.
  private static func completed(_ node: SourceNode, id: String) -> SourceNode {
    let source = map([("zh", text("某指南")), ("en", text("A guideline"))])
    var node = filled(
      node,
      [
        ("trustscreen", text("1")), ("pack", text(id)), ("version", text("2026.1.0")),
        ("guidance", map([("guideline", source)])),
      ]
    )
    guard case .map(var pairs) = node.content else { return node }
    for index in pairs.indices where pairs[index].key.text == "rules" {
      let rules = pairs[index].value.list ?? []
      pairs[index].value.content = .list(rules.map { filled($0, ruleDefaults) })
    }
    node.content = .map(pairs)
    return node
  }

  private static let ruleDefaults: [(String, SourceNode)] = [
    ("category", text("false-remedy")), ("kind", text("cure")), ("severity", text("high")),
    ("message", map([("zh", text("“<match>”不可信")), ("en", text("Do not trust <match>"))])),
    ("guidance", text("guideline")), ("examples", map([])),
  ]

  private static func filled(
    _ node: SourceNode,
    _ defaults: [(key: String, value: SourceNode)]
  ) -> SourceNode {
    guard case .map(var pairs) = node.content else { return node }
    let known = Set(pairs.compactMap { $0.key.text })
    for (key, value) in defaults where !known.contains(key) { pairs.append((text(key), value)) }
    var result = node
    result.content = .map(pairs)
    return result
  }

  // MARK: - Nodes

  private static let mark = Mark(file: "test", line: 1, column: 1)

  private static func text(_ value: String) -> SourceNode { SourceNode(.text(value), at: mark) }

  private static func map(_ pairs: [(String, SourceNode)]) -> SourceNode {
    SourceNode(.map(pairs.map { (text($0.0), $0.1) }), at: mark)
  }
}
