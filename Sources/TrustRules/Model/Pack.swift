internal import TrustText

/// A set of rules with the lists and sources they share: what an author ships.
///
/// Read one with `Pack.folder(_:)`, `Pack.file(_:)` or `Pack.yaml(_:name:)` of TrustRuleFiles, or
/// take `Pack.builtIn`.
public struct Pack: Sendable {
  /// Its id, as `false-remedy`.
  public var id: String { entry?.id ?? content.id }
  /// Its version, by the calendar.
  public var version: String { entry?.version ?? content.version }
  /// Whether it is run when nobody names it: no for a pack whose header says `default: off`.
  public var isOnByDefault: Bool { entry?.isOnByDefault ?? content.isOnByDefault }
  /// SHA-256 over its files and those of the packs it uses, in hexadecimal.
  public var digest: String
  /// Its rules, in the order of its files.
  public var rules: [Rule] { content.rules }

  private var origin: Origin

  private enum Origin: Sendable {
    case read(PackContent, used: [PackContent])
    case compiled(CompiledPacks, Int)
  }

  package init(content: PackContent, used: [PackContent], digest: String) {
    var content = content
    content.digest = digest
    origin = .read(content, used: used)
    self.digest = digest
  }

  /// A pack of a file of compiled ones.
  init(compiled packs: CompiledPacks, _ place: Int) {
    origin = .compiled(packs, place)
    digest = packs.manifest.packs[place].digest
  }

  /// The file of compiled packs that it is from.
  package var compiledFile: PackFile? { compiled?.packs.file }

  /// Where it is compiled, if it is as it was compiled.
  var compiled: (packs: CompiledPacks, place: Int)? {
    if case .compiled(let packs, let place) = origin { (packs, place) } else { nil }
  }

  private var entry: PackManifest.Entry? { compiled.map { $0.packs.manifest.packs[$0.place] } }

  /// The pack with all that it says at hand.
  ///
  /// - Throws: `PackError` if the file that it was compiled into cannot be read.
  package func inFull() throws(PackError) -> Pack {
    guard let compiled else { return self }
    return try compiled.packs.pack(compiled.place)
  }

  /// What its files say; nothing for a pack that cannot be had in full.
  package var content: PackContent {
    get { contents.own }
    set { origin = .read(newValue, used: used) }
  }

  /// The packs it borrows lexicons, contexts and guidance from.
  package var used: [PackContent] { contents.used }

  private var contents: (own: PackContent, used: [PackContent]) {
    switch origin {
    case .read(let content, let used): (content, used)
    case .compiled: (try? inFull())?.contents ?? (PackContent(), [])
    }
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
