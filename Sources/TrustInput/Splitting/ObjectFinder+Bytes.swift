extension ObjectFinder {
  /// Looks at a byte that is not gone by.
  mutating func look(at byte: UInt8, into found: inout FoundRecords) {
    if isInString { return lookInString(byte, into: &found) }
    if isScalar, isScalarEnd(byte) { end(at: seen, .noObject, into: &found) }
    if awaitsElement, byte > 0x20 {
      awaitsElement = false
      if byte == UInt8(ascii: "{") { enterWrapper() }
    }
    switch byte {
    case UInt8(ascii: "\""):
      beginScalar()
      isInString = true
      name.removeAll(keepingCapacity: true)
    case UInt8(ascii: "{"), UInt8(ascii: "["): push(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): pop(into: &found)
    case UInt8(ascii: "\n"): line += 1
    case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0D: break
    default: beginScalar()
    }
    seen += 1
  }

  private mutating func lookInString(_ byte: UInt8, into found: inout FoundRecords) {
    if byte == UInt8(ascii: "\n") { return lose(.brokenString, into: &found) }
    seen += 1
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return
    }
    if elements == 0, depth == chain, name.count < 32 { name.append(byte) }
  }

  /// Gives up a record at the end of a line.
  private mutating func lose(_ fault: RecordPiece.Fault, into found: inout FoundRecords) {
    if open == nil { begin() }
    end(at: seen, fault, into: &found)
    isInString = false
    isEscaped = false
    awaitsElement = false
    depth = elements
    if elements == 0 { chain = 0 }
    isLost = true
    lineIsBlank = false
  }

  private var isAtRecord: Bool { open == nil && depth == elements && (elements > 0 || depth == 0) }

  private mutating func beginScalar() {
    guard isAtRecord else { return }
    begin()
    isScalar = true
  }

  private func isScalarEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private mutating func push(_ byte: UInt8) {
    let isObject = byte == UInt8(ascii: "{")
    let mayWrap = elements == 0 && depth == chain
    let isOutermost = elements == 0 && depth == 0
    if isOutermost, isObject {
      begin()
      isWrapper = false
      chain = 1
    } else if isOutermost {
      elements = 1
    } else if elements > 0, depth == elements, open == nil {
      begin()
    } else if mayWrap, Self.wrappers.contains(String(decoding: name, as: UTF8.self)) {
      if isObject { chain += 1 } else { awaitsElement = true }
    }
    depth += 1
    name.removeAll(keepingCapacity: true)
  }

  /// The array that began last holds records, so that what is around it is none.
  private mutating func enterWrapper() {
    elements = depth
    isWrapper = true
    isSkipping = false
    open = nil
  }

  private mutating func pop(into found: inout FoundRecords) {
    // A mark too many closes nothing.
    guard depth > 0 else { return }
    if elements > 0, depth == elements {
      elements = 0
    } else if elements > 0, depth == elements + 1 {
      end(at: seen + 1, into: &found)
    } else if elements == 0, depth == chain {
      chain -= 1
    }
    depth -= 1
    if depth == 0, !isWrapper { end(at: seen + 1, into: &found) }
  }
}
