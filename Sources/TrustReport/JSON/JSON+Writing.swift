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
    var text = ""
    switch layout {
    case .compact: writeOnOneLine(to: &text, spaced: false)
    case .pretty: writeOnManyLines(to: &text, indent: 0)
    }
    return text
  }

  /// The longest container, in scalars, that is not broken into lines.
  private static let lineLimit = 88

  private func writeOnManyLines(to text: inout String, indent: Int) {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let elements) where !fitsOnOneLine:
      text += "[\n"
      for (index, element) in elements.enumerated() {
        text += index == 0 ? inner : ",\n" + inner
        element.writeOnManyLines(to: &text, indent: indent + 2)
      }
      text += "\n" + outer + "]"
    case .object(let members) where !fitsOnOneLine || indent == 0 && !members.isEmpty:
      text += "{\n"
      for (index, member) in members.enumerated() {
        text += index == 0 ? inner : ",\n" + inner
        Self.writeString(member.name, to: &text)
        text += ": "
        member.value.writeOnManyLines(to: &text, indent: indent + 2)
      }
      text += "\n" + outer + "}"
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
      var text = ""
      writeOnOneLine(to: &text, spaced: true)
      return text.utf8.count
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

  private func writeOnOneLine(to text: inout String, spaced: Bool) {
    let comma = spaced ? ", " : ","
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.decimal(value) ?? "null"
    case .string(let value): Self.writeString(value, to: &text)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += comma }
        element.writeOnOneLine(to: &text, spaced: spaced)
      }
      text += "]"
    case .object(let members):
      let padding = spaced && !members.isEmpty ? " " : ""
      text += "{" + padding
      for (index, member) in members.enumerated() {
        if index > 0 { text += comma }
        Self.writeString(member.name, to: &text)
        text += spaced ? ": " : ":"
        member.value.writeOnOneLine(to: &text, spaced: spaced)
      }
      text += padding + "}"
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

  private static func writeString(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x08: text += "\\b"
      case 0x09: text += "\\t"
      case 0x0A: text += "\\n"
      case 0x0C: text += "\\f"
      case 0x0D: text += "\\r"
      // U+2028 and U+2029 end lines in JavaScript and in some readers of JSON Lines; the other
      // control characters would act on a terminal that the report is printed on.
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
