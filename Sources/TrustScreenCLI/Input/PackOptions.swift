internal import ArgumentParser
internal import Foundation
internal import TrustEngine
internal import TrustPacks
internal import TrustRuleFiles
internal import TrustRules

/// Which rules to run.
struct PackOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      A pack to use instead of the built-in ones: a folder, a YAML file, or compiled packs (.tspack); \
      may be repeated.
      """,
    completion: .file()
  )
  var packs: [String] = []

  @Option(
    name: .long,
    help: "A pack that is off by default to run too, as undisclosed-promotion; may be repeated."
  )
  var with: [String] = []

  @Option(
    name: .long,
    help: "A rule not to run, as pack/rule or rule; may be repeated."
  )
  var disable: [String] = []

  /// Reads the packs; shows every mistake in them before it gives up.
  func load() throws -> [Pack] {
    let (loaded, named, mistakes) = read()
    for (issue, sources) in mistakes { Console.note(IssuePrinter(sources: sources).text(issue)) }
    guard mistakes.isEmpty else { throw ExitStatus.misuse }
    return try disabling(choosing(named, among: loaded))
  }

  /// Reads the packs and says nothing: for those who have their own way to tell mistakes.
  func loadSilently() throws(PackError) -> [Pack] {
    let (loaded, named, mistakes) = read()
    guard mistakes.isEmpty else { throw PackError(mistakes.map(\.issue)) }
    do { return try disabling(choosing(named, among: loaded)) } catch {
      let place = Mark(file: "packs", line: 0, column: 0)
      throw PackError([PackError.Issue("bad-option", at: place, "\(error)")])
    }
  }

  /// All packs there are to choose from, those that are named, and the mistakes in them, each with
  /// the text of its file.
  private func read() -> (
    loaded: [Pack], named: Set<String>,
    mistakes: [(issue: PackError.Issue, sources: [String: String])]
  ) {
    var loaded = packs.isEmpty ? Pack.builtIn + Pack.builtInOptional : []
    var named = Set(with)
    var mistakes: [(issue: PackError.Issue, sources: [String: String])] = []
    for path in packs {
      let results = PackFiles.folder(path)
      // A pack whose own path was given is named by it.
      if results.count == 1, let pack = results[0].pack { named.insert(pack.id) }
      for result in results {
        mistakes += result.issues.filter { !$0.isWarning }.map { ($0, result.sources) }
        if let pack = result.pack { loaded.append(pack) }
      }
    }
    return (loaded, named, mistakes)
  }

  /// A screener for the packs.
  func screener() throws -> Screener {
    let packs = try load()
    do {
      return try Screener(packs: packs)
    } catch {
      for issue in error.issues { Console.note(IssuePrinter().text(issue)) }
      throw ExitStatus.misuse
    }
  }

  /// Those that are on by default, and those that were named.
  private func choosing(_ named: Set<String>, among packs: [Pack]) throws -> [Pack] {
    for name in with where !packs.contains(where: { $0.id == name }) {
      let known = packs.filter { !$0.isOnByDefault }.map(\.id)
      let hint =
        NearestName.hint(name, in: known)
        ?? "off by default: \(known.isEmpty ? "none" : known.joined(separator: ", "))"
      throw ValidationError("there is no pack “\(name)” to add; \(hint)")
    }
    return packs.filter { $0.isOnByDefault || named.contains($0.id) }
  }

  private func disabling(_ packs: [Pack]) throws -> [Pack] {
    // Compiled packs are not to be read in full for nothing.
    guard !disable.isEmpty else { return packs }
    let known = packs.flatMap(\.rules)
    for name in disable
    where !known.contains(where: { $0.id.name == name || $0.id.description == name }) {
      let hint = NearestName.hint(name, in: known.map { $0.id.name }).map { "; \($0)" } ?? ""
      throw ValidationError("there is no rule “\(name)” to disable\(hint)")
    }
    return packs.map { pack in
      pack.without { disable.contains($0.id.name) || disable.contains($0.id.description) }
    }
  }
}

/// The language to speak to the reader.
struct LanguageOption: ParsableArguments {
  /// `zh` or `en`.
  enum Language: String, CaseIterable, ExpressibleByArgument { case zh, en }

  @Option(name: .long, help: "The language of messages; by default the locale's.")
  var lang: Language?

  /// The language chosen, or the locale's.
  var code: String { lang?.rawValue ?? Console.language }
}
