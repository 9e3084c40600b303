internal import CTrustLines

/// Reads a file in blocks of whole lines.
///
/// A block is as much as there is up to a line break, at most about `size` bytes; a longer line
/// makes a block of its own, for which the buffer grows until it holds the line twice at most.
@safe public struct BlockReader: ~Copyable {
  /// The bytes read last; those of the block are in the range that `next()` answered.
  public private(set) var bytes: [UInt8]

  private let descriptor: Int32
  private let owns: Bool
  /// What is behind the block: the beginning of a line.
  private var rest: Range<Int> = 0..<0
  private var isAtEnd = false

  /// Opens a file.
  public init(path: String, size: Int = 1 << 18) throws(FileFailure) {
    let opened = unsafe path.withCString { unsafe trust_lines_open($0) }
    guard opened >= 0 else { throw FileFailure(code: -opened) }
    self.init(descriptor: opened, owns: true, size: size)
  }

  /// Reads standard input.
  public static func standardInput(size: Int = 1 << 18) -> BlockReader {
    BlockReader(descriptor: 0, owns: false, size: size)
  }

  private init(descriptor: Int32, owns: Bool, size: Int) {
    self.descriptor = descriptor
    self.owns = owns
    bytes = [UInt8](repeating: 0, count: max(1, size))
  }

  deinit { if owns { trust_lines_close(descriptor) } }

  /// Reads the next block.
  ///
  /// - Returns: Where in `bytes` it is, or `nil` at the end of the file.
  /// - Complexity: Linear in the block.
  public mutating func next() throws(FileFailure) -> Range<Int>? {
    moveRest()
    var filled = rest.count
    while !isAtEnd {
      if filled == bytes.count { bytes += repeatElement(0, count: bytes.count) }
      let got = try read(at: filled)
      isAtEnd = got == 0
      let end = lastLineEnd(in: filled..<filled + got)
      filled += got
      guard let end else { continue }
      rest = end..<filled
      return 0..<end
    }
    rest = 0..<0
    return filled > 0 ? 0..<filled : nil
  }

  private mutating func moveRest() {
    guard !rest.isEmpty else { return }
    for place in rest { bytes[place - rest.lowerBound] = bytes[place] }
    rest = 0..<rest.count
  }

  /// Reads as much as there is, up to the end of the buffer; nothing only at the end of the file.
  private mutating func read(at start: Int) throws(FileFailure) -> Int {
    let descriptor = descriptor
    let got = unsafe bytes.withUnsafeMutableBufferPointer { all in
      guard let base = all.baseAddress else { return 0 }
      // SAFETY: the callee writes no more than what is left behind `start`.
      return unsafe trust_lines_read(descriptor, base + start, all.count - start)
    }
    guard got >= 0 else { throw FileFailure(code: Int32(-got)) }
    return got
  }

  /// The place behind the last line break.
  private func lastLineEnd(in range: Range<Int>) -> Int? {
    var place = range.upperBound
    while place > range.lowerBound {
      if bytes[place - 1] == UInt8(ascii: "\n") { return place }
      place -= 1
    }
    return nil
  }
}
