internal import Foundation
public import TrustRules
internal import TrustText

extension Pack {
  /// Reads a pack from a folder, with the packs beside it that it uses, or from a single file.
  ///
  /// - Throws: `PackError` with every mistake, each with file, line, column and hint.
  public static func file(_ path: String) throws(PackError) -> Pack {
    try PackFiles.checked(path).get()
  }

  /// Reads a pack from YAML text that uses no other pack; `name` is how messages call it.
  ///
  /// - Throws: `PackError` with every mistake.
  public static func yaml(_ source: String, name: String) throws(PackError) -> Pack {
    let (node, issues) = YAMLSource.read(source, file: name)
    guard let node, issues.isEmpty else { throw PackError(issues) }
    return try .read(files: [node], used: [], digest: SHA256.hex(Array(source.utf8)))
  }

  /// Reads every pack below a folder that has rules; `path` may also be one pack, or a file of compiled
  /// packs (`.tspack`), which loads in no time.
  ///
  /// - Throws: `PackError` with every mistake of every pack.
  public static func folder(_ path: String) throws(PackError) -> [Pack] {
    let results = PackFiles.folder(path)
    let errors = results.flatMap(\.issues).filter { !$0.isWarning }
    guard errors.isEmpty else { throw PackError(errors) }
    return results.compactMap(\.pack)
  }
}

/// A pack as far as it could be read, and what is wrong with it.
package struct CheckedPack {
  package var pack: Pack?
  package var issues: [PackError.Issue]
  /// The text of each file by its name, for showing places.
  package var sources: [String: String]

  fileprivate func get() throws(PackError) -> Pack {
    let errors = issues.filter { !$0.isWarning }
    guard let pack, errors.isEmpty else { throw PackError(errors) }
    return pack
  }
}

/// Finds and reads the files of packs.
package enum PackFiles {
  private static let header = "pack.yaml"

  /// Every pack below a folder that has rules, in the order of their names.
  ///
  /// A file of compiled packs has all that were built into it.
  package static func folder(_ path: String) -> [CheckedPack] {
    if CompiledFile.isOne(path) { return CompiledFile.packs(path) }
    if isPack(path) || !isFolder(path) { return [checked(path)] }
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let packs = folders.sorted().map { path + "/" + $0 }.filter(isPack)
    guard !packs.isEmpty else {
      return [failure("no-pack", path, "there is no pack in this folder", "a pack has a pack.yaml")]
    }
    let results = packs.map { checked($0) }
    // A pack without rules is there for others to use; its mistakes still count.
    return results.map { result in
      var result = result
      if result.pack?.rules.isEmpty == true { result.pack = nil }
      return result
    }
  }

  /// One pack, from a folder or a file.
  package static func checked(_ path: String) -> CheckedPack {
    var visited: [String] = []
    return read(path, visited: &visited)
  }

  private static func read(_ path: String, visited: inout [String]) -> CheckedPack {
    guard FileManager.default.fileExists(atPath: path) else {
      return failure("no-file", path, "there is no such file or folder", nil)
    }
    let name = URL(fileURLWithPath: path).standardizedFileURL.path
    guard !visited.contains(name) else {
      return failure("pack-cycle", path, "the pack uses itself", nil)
    }
    visited.append(name)

    var result = CheckedPack(pack: nil, issues: [], sources: [:])
    var nodes: [SourceNode] = []
    var hashes: [String] = []
    for file in files(of: path) {
      guard let data = FileManager.default.contents(atPath: file.path),
        let text = String(data: data, encoding: .utf8)
      else {
        result.issues += failure("no-text", file.path, "the file is not UTF-8 text", nil).issues
        continue
      }
      result.sources[file.path] = text
      hashes.append("\(file.name) \(SHA256.hex(data))")
      let (node, issues) = YAMLSource.read(text, file: file.path)
      result.issues += issues
      if let node { nodes.append(node) }
    }
    guard !nodes.isEmpty else {
      if result.issues.isEmpty {
        result.issues = failure("no-pack", path, "there is no pack.yaml", nil).issues
      }
      return result
    }
    var used: [Pack] = []
    for id in PackReader(files: nodes).content.uses {
      let sibling = sibling(id, of: path)
      let other = read(sibling, visited: &visited)
      visited.removeAll { $0 == URL(fileURLWithPath: sibling).standardizedFileURL.path }
      if let pack = other.pack {
        used.append(pack)
        hashes.append("\(id) \(pack.digest)")
      }
      result.issues += other.issues
      result.sources.merge(other.sources) { own, _ in own }
    }
    let digest = SHA256.hex(Array(hashes.joined(separator: "\n").utf8))
    let (pack, issues) = Pack.check(files: nodes, used: used, digest: digest)
    result.pack = pack
    result.issues += issues
    return result
  }

  /// Where a pack that another uses must be.
  static func sibling(_ id: String, of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(id).relativePath
  }

  /// The YAML files of a pack, its header first, then by name.
  package static func files(of path: String) -> [(path: String, name: String)] {
    guard isFolder(path) else { return [(path, URL(fileURLWithPath: path).lastPathComponent)] }
    let names = (FileManager.default.subpaths(atPath: path) ?? []).filter {
      $0.hasSuffix(".yaml") || $0.hasSuffix(".yml")
    }.sorted()
    return ([header] + names.filter { $0 != header })
      .map { (path.hasSuffix("/") ? path + $0 : path + "/" + $0, $0) }
      .filter { FileManager.default.fileExists(atPath: $0.0) }
  }

  /// Whether a folder is a pack.
  package static func isPack(_ path: String) -> Bool {
    FileManager.default.fileExists(
      atPath: URL(fileURLWithPath: path).appendingPathComponent(header).path
    )
  }

  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  static func failure(
    _ code: String,
    _ path: String,
    _ message: String,
    _ hint: String?
  ) -> CheckedPack {
    let issue = PackError.Issue(
      code,
      at: TrustRules.Mark(file: path, line: 0, column: 0),
      message,
      hint: hint
    )
    return CheckedPack(pack: nil, issues: [issue], sources: [:])
  }
}
