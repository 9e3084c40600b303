extension JSON {
  /// How much white space is written.
  package enum Layout: Sendable {
    /// None, and no line break: one value a line makes JSON Lines.
    case compact
    /// Two spaces a level; what is short enough stands on one line.
    case pretty
  }

  /// The value as text, without a line break at the end.
  package func text(_ layout: Layout) -> String {
    var text: [UInt8] = []
    write(layout, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the value as text in UTF-8.
  package func write(_ layout: Layout, to text: inout [UInt8]) {
    switch layout {
    case .compact: writeOnOneLine(to: &text, spaced: false)
    case .pretty: writeOnManyLines(to: &text, indent: 0)
    }
  }

  /// The longest container, in scalars, that is not broken into lines.
  private static let lineLimit = 88

  private func writeOnManyLines(to text: inout [UInt8], indent: Int) {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let elements) where !fitsOnOneLine:
      text += "[\n".utf8
      for (index, element) in elements.enumerated() {
        text += (index == 0 ? inner : ",\n" + inner).utf8
        element.writeOnManyLines(to: &text, indent: indent + 2)
      }
      text += ("\n" + outer + "]").utf8
    case .object(let members) where !fitsOnOneLine || indent == 0 && !members.isEmpty:
      text += "{\n".utf8
      for (index, member) in members.enumerated() {
        text += (index == 0 ? inner : ",\n" + inner).utf8
        Self.writeString(member.name, to: &text)
        text += ": ".utf8
        member.value.writeOnManyLines(to: &text, indent: indent + 2)
      }
      text += ("\n" + outer + "}").utf8
    default: writeOnOneLine(to: &text, spaced: true)
    }
  }

  private var fitsOnOneLine: Bool { leastLength(atMost: Self.lineLimit) <= Self.lineLimit }

  /// About how long the value is on one line; stops counting once it is past the limit, so that
  /// asking at every level stays cheap.
  private func leastLength(atMost limit: Int) -> Int {
    switch self {
    case .null, .bool: return 4
    case .integer, .number:
      var text: [UInt8] = []
      writeOnOneLine(to: &text, spaced: true)
      return text.count
    case .string(let text): return text.unicodeScalars.count + 2
    case .array(let elements):
      var length = 2
      for element in elements where length <= limit {
        length += element.leastLength(atMost: limit - length) + 2
      }
      return length
    case .object(let members):
      var length = 4
      for member in members where length <= limit {
        length += member.name.utf8.count + 6
        length += member.value.leastLength(atMost: limit - length)
      }
      return length
    }
  }

  private func writeOnOneLine(to text: inout [UInt8], spaced: Bool) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += String(value).utf8
    case .number(let value): text += (Self.decimal(value) ?? "null").utf8
    case .string(let value): Self.writeString(value, to: &text)
    case .array(let elements):
      text.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { text += (spaced ? ", " : ",").utf8 }
        element.writeOnOneLine(to: &text, spaced: spaced)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      let isPadded = spaced && !members.isEmpty
      text += (isPadded ? "{ " : "{").utf8
      for (index, member) in members.enumerated() {
        if index > 0 { text += (spaced ? ", " : ",").utf8 }
        Self.writeString(member.name, to: &text)
        text += (spaced ? ": " : ":").utf8
        member.value.writeOnOneLine(to: &text, spaced: spaced)
      }
      text += (isPadded ? " }" : "}").utf8
    }
  }

  /// A number with at most four decimals, rounded; `nil` if it is infinite, no number, or so large
  /// that its digits would be made up.
  package static func decimal(_ value: Double) -> String? {
    let scaled = (value * 10_000).rounded()
    guard abs(scaled) < 9e15 else { return nil }
    let whole = Int(scaled)
    let sign = whole < 0 ? "-" : ""
    var fraction = String(whole.magnitude % 10_000)
    fraction = String(repeating: "0", count: 4 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return sign + String(whole.magnitude / 10_000) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
