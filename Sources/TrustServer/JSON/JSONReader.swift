internal import TrustReport

/// Reads JSON (RFC 8259) that strangers send: bounded in depth and in the number of values, with
/// members in the order in which they were sent.
///
/// Foundation's decoder forgets the order of members, lets a name stand twice and goes 512 deep;
/// here the fields of a post are in reading order, and a request says each thing once.
struct JSONReader {
  /// What is wrong, and at which byte.
  struct Failure: Error, Equatable {
    enum Reason: Equatable {
      /// The grammar expects something else; the text says what.
      case malformed(String)
      case invalidUTF8
      case tooDeep(Int)
      case tooManyValues(Int)
      case repeatedName(String)
    }

    var reason: Reason
    var offset: Int
  }

  /// How much a text may ask for.
  struct Limits: Sendable {
    var depth = 32
    var values = 200_000
  }

  let bytes: [UInt8]
  let limits: Limits
  var at = 0
  private var depth = 0
  private var values = 0

  private init(_ bytes: [UInt8], _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads a text that is one value.
  ///
  /// - Throws: What is wrong with it first.
  /// - Complexity: Linear in the text.
  static func value(in bytes: [UInt8], limits: Limits = Limits()) throws(Failure) -> JSON {
    var reader = JSONReader(bytes, limits)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.at == bytes.count else { throw reader.failure("the end of the text") }
    return value
  }

  private mutating func value() throws(Failure) -> JSON {
    skipSpace()
    values += 1
    guard values <= limits.values else { throw failure(.tooManyValues(limits.values)) }
    switch next {
    case UInt8(ascii: "{"): return try nested { (reader) throws(Failure) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(Failure) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(Failure) -> JSON
  ) throws(Failure) -> JSON {
    guard depth < limits.depth else { throw failure(.tooDeep(limits.depth)) }
    depth += 1
    at += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Failure) -> JSON {
    var members: [JSON.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      let start = at
      guard next == UInt8(ascii: "\"") else { throw failure("a name in quotation marks") }
      let name = try string()
      guard names.insert(name).inserted else {
        throw Failure(reason: .repeatedName(name), offset: start)
      }
      skipSpace()
      guard take(":") else { throw failure("a colon") }
      members.append(JSON.Member(name: name, value: try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure("a comma or the end of the object") }
    return .object(members)
  }

  private mutating func array() throws(Failure) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      elements.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw failure("a comma or the end of the array") }
    return .array(elements)
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Failure) -> JSON {
    guard bytes[at...].starts(with: word.description.utf8) else { throw failure("a value") }
    at += word.utf8CodeUnitCount
    return value
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = at
    _ = take("-")
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw Failure(reason: .malformed("a number that a double can hold"), offset: start)
    }
    return .number(number)
  }

  private mutating func digits() throws(Failure) {
    let start = at
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
    guard at > start else { throw failure(start == 0 || at == bytes.count ? "a value" : "a digit") }
  }

  // MARK: - Bytes

  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  func failure(_ expected: String) -> Failure { failure(.malformed(expected)) }

  func failure(_ reason: Failure.Reason) -> Failure { Failure(reason: reason, offset: at) }
}
