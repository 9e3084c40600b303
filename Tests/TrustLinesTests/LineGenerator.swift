import TrustTestSupport

/// Makes lines of JSON as programs write them, and as nobody should.
struct LineGenerator {
  var random: SplitMix64

  /// The names that tests ask for, those that look like them, and others.
  private static let names = [
    "text", "id", "body", "te\\u0078t", "t\\u0065xt\\u0020", "tex", "texts", "", "lang", "原文",
    "a\\\"b",
    "a name that is longer than thirty-two bytes", "\\ud83d\\ude00",
  ]
  private static let pieces = [
    "garlic", "大蒜", " ", "é", "😷", "\\n", "\\\"", "\\\\", "\\/", "\\u0000", "\\u00e9", "\\u5927",
    "\\ud83d\\ude37", "{", "}", "[", ":", ",", "\u{7F}", "\u{2028}", "no quotation marks at all",
  ]
  private static let badPieces = [
    "\\ud83d", "\\ude37", "\\ud83d\\ud83d", "\\u12g4", "\\x", "\t", "\u{1}", "\\", "\\u00",
  ]
  private static let scalars = [
    "0", "-0", "7", "120", "-3.5", "1e5", "2E-7", "6.25e+1", "true", "false", "null", "[]", "{}",
    "[1, [2, {\"text\": 3}]]", "{\"id\":{\"text\":null}}", "[1,]", "{\"a\":1 , }",
    "12345678901234567890123", "\"\"",
  ]
  private static let badScalars = [
    "01", "1.", ".5", "-", "+1", "1e", "nul", "truee", "NaN", "[,]", "{,}", "[1 2]", "{\"a\"}",
    "{1:2}",
    "fnull", "[}", "'x'", "",
  ]
  private static let spaces = ["", "", "", " ", "  ", "\t", "\r"]
  private static let nasty: [UInt8] = [
    0x00, 0x09, 0x0C, 0x0D, 0x1F, 0x20, 0x22, 0x2C, 0x30, 0x3A, 0x5B, 0x5C, 0x5D, 0x75, 0x7B, 0x7D,
    0x80, 0xBF, 0xC0, 0xE4, 0xED, 0xEF, 0xF4, 0xFF,
  ]

  /// Lines joined by breaks: runs of lines of one shape, with odd ones among them.
  mutating func block(lines: Int) -> [[UInt8]] {
    var result: [[UInt8]] = []
    while result.count < lines {
      let names = (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(Self.names) }
      let space = random.pick(Self.spaces)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        var line = Array(object(names, space).utf8)
        if random.oneIn(4) { mutate(&line) }
        result.append(line)
      }
      if random.oneIn(6) { result.append(Array((random.pick(Self.spaces) + scalar()).utf8)) }
    }
    return result
  }

  private mutating func object(_ names: [String], _ space: String) -> String {
    var names = names
    if !names.isEmpty, random.oneIn(6) {
      names.remove(at: Int.random(in: names.indices, using: &random))
    }
    if random.oneIn(8) { names.append(random.pick(Self.names)) }
    let members = names.map { "\"\($0)\"\(space):\(space)\(value())" }.joined(
      separator: ",\(space)"
    )
    let mark = random.oneIn(20) ? "\u{FEFF}" : ""
    let comma = random.oneIn(20) ? "," : ""
    return "\(mark)\(space){\(space)\(members)\(comma)\(space)}\(random.oneIn(5) ? "\r" : "")"
  }

  private mutating func value() -> String { random.oneIn(3) ? scalar() : string() }

  private mutating func scalar() -> String {
    random.pick(random.oneIn(30) ? Self.badScalars : Self.scalars)
  }

  private mutating func string() -> String {
    let count = random.oneIn(10) ? 60 : Int.random(in: 0...6, using: &random)
    let pieces = (0..<count).map { _ in
      random.pick(random.oneIn(150) ? Self.badPieces : Self.pieces)
    }
    return "\"" + pieces.joined() + "\""
  }

  /// Puts in, takes out or replaces a few bytes, but makes no line break.
  private mutating func mutate(_ line: inout [UInt8]) {
    for _ in 0..<Int.random(in: 1...3, using: &random) where !line.isEmpty {
      let place = Int.random(in: line.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: line.remove(at: place)
      case 1: line.insert(random.pick(Self.nasty), at: place)
      case 2: line.removeSubrange(place...)
      default: line[place] = random.pick(Self.nasty)
      }
    }
  }
}
