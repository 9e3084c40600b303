internal import ArgumentParser
internal import Foundation

/// Bytes that a person named on the command line.
struct InputFile {
  /// How to call it in messages.
  var name: String
  var bytes: [UInt8]

  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws -> InputFile {
    if path == "-" {
      return InputFile(
        name: "<stdin>",
        bytes: Array(FileHandle.standardInput.readDataToEndOfFile())
      )
    }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      return InputFile(name: path, bytes: Array(data))
    } catch {
      throw ValidationError("“\(path)” cannot be read: \(error.localizedDescription)")
    }
  }
}
