internal import Foundation

/// Tells when one of some files changes.
///
/// It looks a few times a second: that works on every system and file system, and also when an editor
/// saves by putting another file in the place of the old one.
struct FileWatch {
  private struct State: Equatable {
    var modified: Date?
    var size: Int?
    var number: Int?
  }

  private let paths: [String]
  private var states: [State] = []

  /// Watches files, which may come and go.
  init(_ paths: [String]) {
    self.paths = paths
    note()
  }

  /// Takes the files as they are now for known.
  mutating func note() { states = paths.map(Self.state) }

  /// Returns when a file is other than when it was last noted, and nobody is writing it any more.
  func waitForChange() {
    while paths.map(Self.state) == states { Thread.sleep(forTimeInterval: 0.2) }
    // Many programs empty a file before they write it.
    var last: [State]
    repeat {
      last = paths.map(Self.state)
      Thread.sleep(forTimeInterval: 0.1)
    } while paths.map(Self.state) != last
  }

  private static func state(_ path: String) -> State {
    // A file that is not there, for now, has no attributes; when it is back, they differ.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return State()
    }
    return State(
      modified: attributes[.modificationDate] as? Date,
      size: (attributes[.size] as? NSNumber)?.intValue,
      number: (attributes[.systemFileNumber] as? NSNumber)?.intValue
    )
  }
}
