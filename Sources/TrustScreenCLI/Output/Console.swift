internal import Foundation

/// Where the command line writes.
enum Console {
  /// Writes to standard output as it is.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes bytes to standard output as they are.
  static func write(_ bytes: [UInt8]) {
    FileHandle.standardOutput.write(Data(bytes))
  }

  /// Empties the terminal, if standard output is one.
  static func clear() {
    guard isatty(STDOUT_FILENO) == 1 else { return }
    write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  /// Writes a line to standard error.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Whether standard output is a terminal that shows colours.
  static var showsColor: Bool {
    guard isatty(STDOUT_FILENO) == 1 else { return false }
    let environment = ProcessInfo.processInfo.environment
    return environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
  }

  /// The width of the terminal, if it says.
  static var columns: Int? {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
  }

  /// The reader's language by the locale: `zh` or `en`.
  static var language: String {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("zh") ? "zh" : "en"
  }
}
