/// The unit in which an editor counts the characters of a line.
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first of those offered that is known here; UTF-16, which all editors know, if there is none.
  package static func choose(among offered: [String]?) -> PositionEncoding {
    offered?.lazy.compactMap(PositionEncoding.init(rawValue:)).first ?? .utf16
  }

  /// How many units a scalar takes, by the first byte of its UTF-8.
  func units(ofScalarStartingWith byte: UInt8) -> Int {
    switch self {
    case .utf8: Self.byteCount(byte)
    case .utf16: byte >= 0xF0 ? 2 : 1
    case .utf32: 1
    }
  }

  /// How many bytes a scalar takes, by the first byte of its well-formed UTF-8.
  static func byteCount(_ byte: UInt8) -> Int {
    switch byte {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
