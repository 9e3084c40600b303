// The only file that knows Foundation: it reads JSON, and files.
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// One value of a JSON text, of whatever type.
///
/// Records come from many hands, so they are read loosely first; what a field must be is decided
/// where it is used, and told in words an annotator understands.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads one JSON text; `nil` if it is none.
  init?(parsing bytes: some Sequence<UInt8>) {
    // What the decoder says is in its own terms, and differs between platforms; the line says enough.
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      return nil
    }
    self = value
  }

  /// The bytes of a file, or `nil` if it cannot be read.
  static func bytes(ofFile path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }
}

extension JSONValue: Decodable {
  // The order matters twice: most values are strings, and a whole number is read as one.
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let array = try? value.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }
}
