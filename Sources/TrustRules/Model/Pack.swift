/// A set of rules with the lists and sources they share: what an author ships.
///
/// Read one with `Pack.folder(_:)`, `Pack.file(_:)` or `Pack.yaml(_:name:)` of TrustRuleFiles, or
/// take `Pack.builtIn`.
public struct Pack: Sendable {
  /// Its id, as `false-remedy`.
  public var id: String { content.id }
  /// Its version, by the calendar.
  public var version: String { content.version }
  /// SHA-256 over its files and those of the packs it uses, in hexadecimal.
  public var digest: String
  /// Its rules, in the order of its files.
  public var rules: [Rule] { content.rules }

  package var content: PackContent
  /// The packs it borrows lexicons, contexts and guidance from.
  package var used: [PackContent]

  package init(content: PackContent, used: [PackContent], digest: String) {
    self.content = content
    self.used = used
    self.digest = digest
  }

  /// The pack without some of its rules.
  package func without(_ isDropped: (Rule) -> Bool) -> Pack {
    var pack = self
    pack.content.rules.removeAll(where: isDropped)
    return pack
  }

  private var scope: [PackContent] { [content] + used }

  package func lexicon(_ id: String) -> Lexicon? {
    scope.lazy.compactMap { $0.lexicons.first { $0.id == id } }.first
  }

  package func context(_ id: String) -> ContextRule? {
    scope.lazy.compactMap { $0.contexts.first { $0.id == id } }.first
  }

  /// The source with an id, from this pack or one that it uses.
  public func citation(_ id: String) -> Citation? {
    scope.lazy.compactMap { $0.guidance.first { $0.id == id } }.first
  }

  package var lexiconNames: [String] { scope.flatMap { $0.lexicons.map(\.id) } }
  package var contextNames: [String] { scope.flatMap { $0.contexts.map(\.id) } }
  package var guidanceNames: [String] { scope.flatMap { $0.guidance.map(\.id) } }
}
