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

/// A calibration on its way into a file of compiled packs.
package enum CalibrationFile {
  /// The calibration in a file: none if there is no file, or if all it says is `none`.
  package static func read(_ path: String) throws(PackError) -> Calibration? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let source = try YAMLSource.text(ofFile: path)
    if YAMLSource.read(source, file: path).node?.text == "none" { return nil }
    return try .json(source, name: path)
  }
}
