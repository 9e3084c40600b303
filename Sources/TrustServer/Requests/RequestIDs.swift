internal import HTTPTypes

/// The ids that requests are known by, in `X-Request-Id`.
enum RequestIDs {
  static let field = HTTPField.Name("X-Request-Id")

  /// The id that a caller gave, if it can do no harm in logs, or a new one.
  static func id(of fields: HTTPFields) -> String {
    guard let field, let given = fields[field], isValid(given) else { return made() }
    return given
  }

  /// 1 to 128 letters, digits, and signs that mean nothing to shells and logs.
  private static func isValid(_ id: String) -> Bool {
    (1...128).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."), UInt8(ascii: ":"):
          true
        default: false
        }
      }
  }

  private static func made() -> String {
    let halves = [UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max)]
    return halves.map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
