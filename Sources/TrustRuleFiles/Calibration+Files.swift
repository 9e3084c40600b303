internal import Foundation
public import TrustEngine
public import TrustRules
internal import TrustText

extension Calibration {
  /// Reads a calibration from a file as `trustscreen calibrate` writes it.
  ///
  /// - Throws: `PackError` with every mistake, each with file, line, column and hint.
  public static func file(_ path: String) throws(PackError) -> Calibration {
    try json(YAMLSource.text(ofFile: path), name: path)
  }

  /// Reads a calibration from JSON text; `name` is how messages call it.
  ///
  /// - Throws: `PackError` with every mistake.
  public static func json(_ source: String, name: String) throws(PackError) -> Calibration {
    let (node, issues) = YAMLSource.read(source, file: name)
    guard let node, issues.isEmpty else { throw PackError(issues) }
    let (calibration, mistakes) = CalibrationReader.read(
      node,
      digest: SHA256.hex(Array(source.utf8))
    )
    guard mistakes.isEmpty else { throw PackError(mistakes) }
    return calibration
  }
}

/// A calibration on its way into the program.
package enum CalibrationFile {
  /// The calibration in a file as an archive stores it: none if there is no file, or if all it says
  /// is `none`.
  package static func archive(
    _ path: String
  ) -> (entries: [PackArchive.Entry], issues: [PackError.Issue]) {
    guard FileManager.default.fileExists(atPath: path) else { return ([], []) }
    do throws(PackError) {
      let source = try YAMLSource.text(ofFile: path)
      let (node, _) = YAMLSource.read(source, file: path)
      if node?.text == "none" { return ([], []) }
      let calibration = try Calibration.json(source, name: path)
      guard let node else { return ([], []) }
      return ([.init(id: "calibration", digest: calibration.digest, files: [node])], [])
    } catch {
      return ([], error.issues)
    }
  }
}
