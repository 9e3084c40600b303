internal import Foundation
internal import TrustEngine
package import TrustRules

/// Makes files of compiled packs.
package enum PackBuild {
  /// The bytes of a file with packs, each path being a pack or a folder of packs; the packs that they
  /// use come along.
  ///
  /// - Parameters:
  ///   - paths: The packs.
  ///   - calibration: A calibration to put in, if there is such a file.
  /// - Returns: The bytes, unless something is wrong, and everything that is wrong.
  package static func bytes(
    of paths: [String],
    calibration: String? = nil
  ) -> (bytes: [UInt8]?, issues: [PackError.Issue]) {
    var sources = PackSources()
    for path in paths { sources.add(path) }
    var issues = sources.issues
    var more: [(section: PackFile.Section, bytes: [UInt8])] = []
    if let calibration {
      do throws(PackError) {
        if let calibration = try CalibrationFile.read(calibration) {
          more.append((.calibration, PackFile.section(calibration.write)))
        }
      } catch {
        issues += error.issues
      }
    }
    guard !issues.contains(where: { !$0.isWarning }) else { return (nil, issues) }
    let engine = "trustscreen \(Screener.version)"
    do throws(PackArchive.Damage) {
      return (try PackFile.build(sources.entries, engine: engine, more: more), issues)
    } catch {
      preconditionFailure("an archive could not be read back at byte \(error.byte)")
    }
  }
}

/// The sources of packs, those that others use included.
private struct PackSources {
  private(set) var entries: [PackArchive.Entry] = []
  private(set) var issues: [PackError.Issue] = []
  private var seen: Set<String> = []

  mutating func add(_ path: String) {
    guard PackFiles.isFolder(path), !PackFiles.isPack(path) else { return addPack(path) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let packs = names.sorted().map { path + "/" + $0 }.filter(PackFiles.isPack)
    if packs.isEmpty { issues += PackFiles.checked(path).issues }
    for pack in packs { addPack(pack) }
  }

  private mutating func addPack(_ path: String) {
    guard seen.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted else { return }
    let result = PackFiles.checked(path)
    issues += result.issues.filter { !issues.contains($0) }
    guard let pack = result.pack else { return }
    if entries.contains(where: { $0.id == pack.id }) {
      issues +=
        PackFiles.failure(
          "id-reused",
          path,
          "there is another pack “\(pack.id)”",
          "build one of them"
        ).issues
    }
    let nodes = PackFiles.files(of: path).compactMap { file in
      result.sources[file.path].flatMap { YAMLSource.read($0, file: file.path).node }
    }
    entries.append(.init(id: pack.id, digest: pack.digest, files: nodes))
    for id in pack.content.uses { addPack(PackFiles.sibling(id, of: path)) }
  }
}
