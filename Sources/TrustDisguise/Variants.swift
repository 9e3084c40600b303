internal import TrustMatch
internal import TrustText

/// Other ways to write a character, for those who make disguises.
enum Variants {
  /// Traditional characters that fold to a simplified one.
  static let traditional: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for scalar in UInt32(0x4E00)...0x9FFF {
      if case .one(let simplified) = FoldTable.shared.folding(of: scalar),
        ScalarClass(simplified) == .han, table[simplified] == nil
      {
        table[simplified] = scalar
      }
    }
    return table
  }()

  /// Letters of other scripts for a Latin one.
  static let letters: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    // Greek and Cyrillic.
    for scalar in UInt32(0x3B1)...0x4FF {
      for target in LookAlikes.targets(of: scalar).prefix(1) {
        table[target, default: []].append(scalar)
      }
    }
    return table
  }()

  static let leet: [UInt32: [UInt32]] = table([
    ("a", "@4"), ("b", "8"), ("e", "3"), ("g", "9"), ("i", "1!"), ("l", "1|"), ("o", "0"),
    ("s", "5$"), ("t", "7+"),
  ])

  static let figures: [UInt32: UInt32] = pairs("1①2②3③4④5⑤6⑥7⑦8⑧9⑨0０")
  static let cheque: [UInt32: UInt32] = pairs("一壹二贰三叁七柒八捌九玖百佰千仟")

  /// For a character, its parts.
  static let parts: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    for entry in Shapes.parts.split(separator: " ") {
      let symbols = entry.unicodeScalars.map(\.value)
      if symbols.count == 3 { table[symbols[0]] = Array(symbols[1...]) }
    }
    return table
  }()

  /// Words, and what may stand for them; longer words first.
  static let standIns: [(meant: String, written: [String])] = {
    var table: [String: [String]] = [:]
    for line in StandIns.list.split(separator: "\n") {
      let sides = line.split(separator: "=").map { trimmed($0) }
      guard sides.count == 2 else { continue }
      for meant in sides[1].split(separator: ",").map({ trimmed($0) }) {
        table[meant, default: []].append(sides[0])
      }
    }
    return table.map { ($0.key, $0.value) }.sorted {
      $0.meant.count == $1.meant.count ? $0.meant < $1.meant : $0.meant.count > $1.meant.count
    }
  }()

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func table(_ rows: [(String, String)]) -> [UInt32: [UInt32]] {
    var table: [UInt32: [UInt32]] = [:]
    for (from, to) in rows {
      for scalar in from.unicodeScalars { table[scalar.value] = to.unicodeScalars.map(\.value) }
    }
    return table
  }

  private static func pairs(_ text: String) -> [UInt32: UInt32] {
    let symbols = text.unicodeScalars.map(\.value)
    var table: [UInt32: UInt32] = [:]
    for index in stride(from: 0, to: symbols.count - 1, by: 2) {
      table[symbols[index]] = symbols[index + 1]
    }
    return table
  }
}
