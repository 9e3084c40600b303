internal import CTrustLines

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
  /// What the last line has for each field, in the order of the fields.
  public private(set) var values: [FieldValue]
  /// The text of the last line's values that had escapes.
  public private(set) var decoded: [UInt8] = []
  /// The number of the last line in its block, from 1.
  public private(set) var number = 0

  private let names: [[UInt8]]
  private var keys = KnownKeys()
  private let remembersKeys: Bool
  private var at = 0
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

  // MARK: - Members

  /// Reads the object of a line.
  ///
  /// - Returns: The place of the line break behind it, or `failed`.
  private mutating func objectEnd(_ block: borrowing Span<UInt8>) -> Int {
    var place = at
    var key = KnownKeys.none
    var isFirst = true
    while true {
      let slot: Int
      let known =
        remembersKeys ? keys.find(in: block, at: place, isFirst, after: key) : KnownKeys.none
      if known != KnownKeys.none {
        key = known
        slot = keys.slot(of: known)
        // There may be more white space than there was.
        let value = JSONGrammar.spaceEnd(block, place + keys.length(of: known))
        assert(keyStep(block, place, isFirst) == .value(value, slot: slot))
        place = value
      } else {
        switch keyStep(block, place, isFirst) {
        case .failed: return JSONGrammar.failed
        case .end(let end): return end
        case .value(let start, let found):
          if remembersKeys {
            key = keys.learn(place..<start, of: block, slot: found, isFirst: isFirst, after: key)
          }
          slot = found
          place = start
        }
      }
      place = readValue(block, place, into: slot)
      guard place != JSONGrammar.failed else { return JSONGrammar.failed }
      isFirst = false
    }
  }

  /// What is behind a value.
  private enum KeyStep: Equatable {
    /// Another value, at a place; for a field, or for none.
    case value(Int, slot: Int)
    /// The end of the object; the place of the line break behind it.
    case end(Int)
    case failed
  }

  /// Reads what is between two values.
  private func keyStep(_ block: borrowing Span<UInt8>, _ start: Int, _ isFirst: Bool) -> KeyStep {
    var place = JSONGrammar.spaceEnd(block, isFirst ? markEnd(block, start) : start)
    guard place < block.count else { return .failed }
    if block[place] == UInt8(ascii: isFirst ? "{" : ",") {
      place = JSONGrammar.spaceEnd(block, place + 1)
    } else if isFirst || block[place] != UInt8(ascii: "}") {
      return .failed
    }
    guard place < block.count else { return .failed }
    if block[place] == UInt8(ascii: "}") {
      let end = JSONGrammar.spaceEnd(block, place + 1)
      return end == block.count || block[end] == UInt8(ascii: "\n") ? .end(end) : .failed
    }
    guard block[place] == UInt8(ascii: "\"") else { return .failed }
    var hasEscapes = false
    let close = JSONGrammar.stringEnd(block, place + 1, hasEscapes: &hasEscapes)
    guard close != JSONGrammar.failed else { return .failed }
    let value = JSONGrammar.colonEnd(block, close + 1)
    guard value != JSONGrammar.failed else { return .failed }
    return .value(value, slot: slot(of: place + 1..<close, in: block, hasEscapes: hasEscapes))
  }

  /// The place behind a byte order mark.
  private func markEnd(_ block: borrowing Span<UInt8>, _ start: Int) -> Int {
    guard start + 3 <= block.count, block[start] == 0xEF, block[start + 1] == 0xBB,
      block[start + 2] == 0xBF
    else { return start }
    return start + 3
  }

  /// The field of a name, or -1.
  private func slot(
    of name: Range<Int>,
    in block: borrowing Span<UInt8>,
    hasEscapes: Bool
  ) -> Int {
    if hasEscapes {
      var spelled: [UInt8] = []
      JSONEscape.decode(block, in: name, to: &spelled)
      return names.firstIndex(of: spelled) ?? -1
    }
    // PERF: compared in place, as an array for each new key would be an allocation.
    for (slot, wanted) in names.enumerated() where wanted.count == name.count {
      if name.indices.allSatisfy({ block[$0] == wanted[$0 - name.lowerBound] }) { return slot }
    }
    return -1
  }

  /// Notes a value if it is for a field.
  ///
  /// - Returns: The place behind it, or `failed`.
  private mutating func readValue(
    _ block: borrowing Span<UInt8>,
    _ start: Int,
    into slot: Int
  ) -> Int {
    guard start < block.count else { return JSONGrammar.failed }
    if block[start] == UInt8(ascii: "\"") {
      var hasEscapes = false
      var close = Kernel.plainEnd(block, from: start + 1)
      if close == block.count || block[close] != UInt8(ascii: "\"") {
        close = JSONGrammar.stringEnd(block, close, hasEscapes: &hasEscapes)
        guard close != JSONGrammar.failed else { return JSONGrammar.failed }
      }
      if slot >= 0 { values[slot] = text(start + 1..<close, of: block, hasEscapes: hasEscapes) }
      return close + 1
    }
    let end = JSONGrammar.valueEnd(block, start, depth: 1)
    if slot >= 0, end != JSONGrammar.failed {
      switch block[start] {
      case UInt8(ascii: "n"): values[slot] = .missing
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        values[slot] = .number(start..<end)
      default: values[slot] = .other
      }
    }
    return end
  }

  private mutating func text(
    _ range: Range<Int>,
    of block: borrowing Span<UInt8>,
    hasEscapes: Bool
  ) -> FieldValue {
    guard hasEscapes else { return .text(range) }
    let start = decoded.count
    JSONEscape.decode(block, in: range, to: &decoded)
    return .decoded(start..<decoded.count)
  }
}
