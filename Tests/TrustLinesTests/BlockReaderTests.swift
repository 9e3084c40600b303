import Foundation
import Testing
import TrustTestSupport

@testable import TrustLines

@Suite("Block reader") struct BlockReaderTests {
  private func blocks(of bytes: [UInt8], size: Int) throws -> [[UInt8]] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var reader = try BlockReader(path: file.path, size: size)
    var blocks: [[UInt8]] = []
    while let range = try reader.next() { blocks.append(Array(reader.bytes[range])) }
    #expect(try reader.next() == nil)
    return blocks
  }

  @Test("blocks are the file, and end with a line", arguments: Seeds.all)
  func blocksAreTheFile(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...2000, using: &random)).map { _ in
      random.oneIn(20) ? UInt8(ascii: "\n") : UInt8.random(in: 0...255, using: &random)
    }
    let blocks = try blocks(of: bytes, size: Int.random(in: 1...100, using: &random))
    #expect(Array(blocks.joined()) == bytes)
    #expect(blocks.dropLast().allSatisfy { $0.last == UInt8(ascii: "\n") })
    #expect(blocks.allSatisfy { !$0.isEmpty })
  }

  @Test("a line longer than the buffer is a block of its own")
  func growsForLongLines() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000) + [UInt8(ascii: "\n")]
    let short = Array("b\n".utf8)
    let blocks = try blocks(of: short + long + short, size: 64)
    #expect(Array(blocks.joined()) == short + long + short)
    #expect(blocks.contains { $0.starts(with: long) })
  }

  @Test("a file that is not there, or is a folder, is refused with the system's number")
  func refusesFiles() {
    #expect(throws: FileFailure(code: ENOENT)) { _ = try BlockReader(path: "/no/such/file") }
    #expect(throws: FileFailure(code: EISDIR)) {
      var reader = try BlockReader(path: "/")
      _ = try reader.next()
    }
  }
}
