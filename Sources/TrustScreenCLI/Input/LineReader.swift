internal import Foundation

/// Reads a file line by line in bounded memory.
struct LineReader {
  /// The number of the line read last, from 1.
  private(set) var number = 0

  private let handle: FileHandle
  private var buffer = Data()
  private var at = 0
  private var isAtEnd = false

  private static let chunk = 1 << 18

  init(_ handle: FileHandle) {
    self.handle = handle
  }

  /// The next line without its break, or `nil` at the end.
  mutating func next() throws -> Data? {
    while true {
      if let end = buffer[(buffer.startIndex + at)...].firstIndex(of: 0x0A) {
        let line = buffer[(buffer.startIndex + at)..<end]
        at = end - buffer.startIndex + 1
        number += 1
        return Data(line)
      }
      guard !isAtEnd else {
        guard at < buffer.count else { return nil }
        defer { at = buffer.count }
        number += 1
        return Data(buffer[(buffer.startIndex + at)...])
      }
      let more = try handle.read(upToCount: Self.chunk) ?? Data()
      isAtEnd = more.isEmpty
      buffer = Data(buffer[(buffer.startIndex + at)...]) + more
      at = 0
    }
  }
}
