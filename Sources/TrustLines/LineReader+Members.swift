extension LineReader {
  /// Reads the object of a line.
  ///
  /// - Returns: The place of the line break behind it, or `failed`.
  mutating func objectEnd(_ block: borrowing Span<UInt8>) -> Int {
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
      default: values[slot] = .other(start..<end)
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
