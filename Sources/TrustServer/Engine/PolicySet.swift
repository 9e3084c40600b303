internal import Foundation
internal import TrustEngine
internal import TrustRuleFiles
internal import TrustRules
internal import TrustText

/// The policies at hand, by their ids.
struct PolicySet: Sendable {
  /// Those from files in the order of their ids, and the standard one.
  let all: [LoadedPolicy]
  /// The policy of requests that name none.
  let standard: LoadedPolicy
  /// Those that are tried on the side, counted and never enforced.
  let shadows: [LoadedPolicy]

  /// Reads the policies of files and of folders.
  ///
  /// - Throws: `PackError` with every mistake of every file, and names that no policy has.
  init(paths: [String], standard: String?, shadows: [String]) throws(PackError) {
    var issues: [PackError.Issue] = []
    var byID: [String: LoadedPolicy] = ["standard": .standard]
    for file in paths.flatMap(Self.files) {
      do throws(PackError) {
        let loaded = try Self.policy(file)
        if byID.updateValue(loaded, forKey: loaded.policy.id) != nil {
          issues.append(
            PackError.Issue.inFile(
              "id-reused",
              file,
              "there are two policies “\(loaded.policy.id)”",
              nil
            )
          )
        }
      } catch {
        issues += error.issues
      }
    }
    // A name may be that of a file that could not be read.
    guard issues.isEmpty else { throw PackError(issues) }
    func find(_ id: String, for use: String) -> LoadedPolicy? {
      if let found = byID[id] { return found }
      let hint =
        NearestName.hint(id, in: byID.keys.sorted())
        ?? "there are \(byID.keys.sorted().joined(separator: ", "))"
      issues.append(
        PackError.Issue.inFile("unknown-policy", use, "there is no policy “\(id)”", hint)
      )
      return nil
    }
    let chosen = standard.flatMap { find($0, for: "default-policy") }
    self.shadows = shadows.compactMap { find($0, for: "shadow-policies") }
    // One policy needs no naming: it is the one that is meant.
    let only = byID.count == 2 ? byID.values.first { $0.policy.id != "standard" } : nil
    self.standard = chosen ?? only ?? .standard
    all = byID.values.sorted { $0.policy.id < $1.policy.id }
    guard issues.isEmpty else { throw PackError(issues) }
  }

  /// The policy with an id.
  func policy(_ id: String) -> LoadedPolicy? { all.first { $0.policy.id == id } }

  private static func policy(_ file: String) throws(PackError) -> LoadedPolicy {
    let source = try YAMLSource.text(ofFile: file)
    let policy = try Policy.yaml(source, name: file)
    return LoadedPolicy(policy: policy, digest: SHA256.hex(Array(source.utf8)))
  }

  private static func files(_ path: String) -> [String] {
    guard PackFiles.isFolder(path) else { return [path] }
    return PackFiles.files(of: path).map(\.path)
  }
}
