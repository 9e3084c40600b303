/// Reads the wanted fields of JSON objects, one a line, without making a tree of them.
///
/// A block of bytes goes in, and line by line the places of the values come out. All of the line is
/// checked: it is UTF-8 and JSON by RFC 8259, except that a comma behind the last element and a byte
/// order mark before the first are forgiven, and half a surrogate pair is not. Of several members
/// with one name the last one counts.
///
/// ```swift
/// var reader = LineReader(fields: ["text", "id"])
/// reader.start(block)
/// while let line = reader.next(in: block) {
///   guard line == .object, case .text(let range) = reader.values[0] else { continue }
///   screen(block.extracting(range))
/// }
/// ```
///
/// - Complexity: Linear in the block, at about the speed of memory that is checked for UTF-8 where
///   lines have the same keys in the same order. Allocates nothing once its buffers have grown.
public struct LineReader: Sendable {
  /// What the last line has for each field, in the order of the fields, if it is an object.
  public internal(set) var values: [FieldValue]
  /// The text of the last line's values that had escapes.
  public internal(set) var decoded: [UInt8] = []
  /// The number of the last line in its block, from 1.
  public private(set) var number = 0

  let names: [[UInt8]]
  var keys = KnownKeys()
  let remembersKeys: Bool
  var at = 0
  private var isUTF8 = true

  /// Makes a reader of the fields with some names; each name once.
  public init(fields: [String]) {
    self.init(fields: fields, remembersKeys: true)
  }

  /// Makes a reader that may do without comparing keys with those of earlier lines, and read each:
  /// what the other is tested against.
  init(fields: [String], remembersKeys: Bool) {
    names = fields.map { Array($0.utf8) }
    values = fields.map { _ in .missing }
    self.remembersKeys = remembersKeys
  }

  /// Starts on a block, which begins with a line; its last line needs no break.
  public mutating func start(_ block: borrowing Span<UInt8>) {
    at = 0
    number = 0
    isUTF8 = Kernel.isUTF8(block, in: 0..<block.count)
  }

  /// Reads the next line of the block it was started on, or answers `nil` at its end.
  public mutating func next(in block: borrowing Span<UInt8>) -> LineContent? {
    guard at < block.count else { return nil }
    number += 1
    for slot in values.indices { values[slot] = .missing }
    if !decoded.isEmpty { decoded.removeAll(keepingCapacity: true) }
    if isUTF8 {
      let end = objectEnd(block)
      if end != JSONGrammar.failed {
        at = end + 1
        return .object
      }
    }
    return readSlowly(block)
  }

  /// A line that is no object, or in a block that is not all UTF-8.
  private mutating func readSlowly(_ block: borrowing Span<UInt8>) -> LineContent {
    let line = at..<Kernel.lineEnd(block, from: at)
    defer { at = line.upperBound + 1 }
    guard isUTF8 || Kernel.isUTF8(block, in: line) else { return .malformed }
    if !isUTF8, objectEnd(block) != JSONGrammar.failed { return .object }
    let start = JSONGrammar.spaceEnd(block, line.lowerBound)
    guard start < line.upperBound else { return .blank }
    let end = JSONGrammar.valueEnd(block, start)
    guard end != JSONGrammar.failed, JSONGrammar.spaceEnd(block, end) == line.upperBound else {
      return .malformed
    }
    return .otherJSON
  }
}
