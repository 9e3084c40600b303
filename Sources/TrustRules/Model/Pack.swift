internal import TrustText

/// A set of rules with the lists and sources they share: what an author ships.
///
/// Read one with `Pack.folder(_:)`, `Pack.file(_:)` or `Pack.yaml(_:name:)` of TrustRuleFiles, or
/// take `Pack.builtIn`.
public struct Pack: Sendable {
  /// Its id, as `false-remedy`.
  public var id: String { content.id }
  /// Its version, by the calendar.
  public var version: String { content.version }
  /// Whether it is run when nobody names it: no for a pack whose header says `default: off`.
  public var isOnByDefault: Bool { content.isOnByDefault }
  /// SHA-256 over its files and those of the packs it uses, in hexadecimal.
  public var digest: String
  /// Its rules, in the order of its files.
  public var rules: [Rule] { content.rules }

  package var content: PackContent
  /// The packs it borrows lexicons, contexts and guidance from.
  package var used: [PackContent]

  package init(content: PackContent, used: [PackContent], digest: String) {
    self.content = content
    self.content.digest = digest
    self.used = used
    self.digest = digest
  }

  /// The pack without some of its rules.
  ///
  /// It has a digest of its own, so that what it finds does not pass for what the whole pack finds.
  package func without(_ isDropped: (Rule) -> Bool) -> Pack {
    let dropped = rules.filter(isDropped)
    guard !dropped.isEmpty else { return self }
    var pack = self
    pack.content.rules.removeAll(where: isDropped)
    let names = dropped.map { "without \($0.id.name)" }.sorted()
    pack.digest = SHA256.hex(Array(([digest] + names).joined(separator: "\n").utf8))
    return pack
  }

  package var scope: PackScope { PackScope(contents: [content] + used) }

  package func lexicon(_ id: String) -> Lexicon? { scope.lexicon(id)?.lexicon }

  package func context(_ id: String) -> ContextRule? { scope.context(id)?.context }

  /// The source with an id, from this pack or one that it uses.
  public func citation(_ id: String) -> Citation? {
    scope.contents.lazy.compactMap { $0.guidance.first { $0.id == id } }.first
  }

  package var lexiconNames: [String] { scope.contents.flatMap { $0.lexicons.map(\.id) } }
  package var contextNames: [String] { scope.contents.flatMap { $0.contexts.map(\.id) } }
  package var guidanceNames: [String] { scope.contents.flatMap { $0.guidance.map(\.id) } }
}

/// Where names are looked up: a pack's own lists and contexts, then those of the packs it uses.
///
/// What a borrowed list names is looked up where that list is from: a pack cannot change what it
/// borrows.
package struct PackScope: Sendable {
  package var contents: [PackContent]

  /// What tells this scope from others.
  package var id: String { contents.first?.digest ?? "" }

  /// A list, and where the names in it are looked up.
  package func lexicon(_ id: String) -> (lexicon: Lexicon, scope: PackScope)? {
    for (index, content) in contents.enumerated() {
      guard let found = content.lexicons.first(where: { $0.id == id }) else { continue }
      return (found, index == 0 ? self : PackScope(contents: [content]))
    }
    return nil
  }

  /// A context, and where the names in it are looked up.
  package func context(_ id: String) -> (context: ContextRule, scope: PackScope)? {
    for (index, content) in contents.enumerated() {
      guard let found = content.contexts.first(where: { $0.id == id }) else { continue }
      return (found, index == 0 ? self : PackScope(contents: [content]))
    }
    return nil
  }
}
