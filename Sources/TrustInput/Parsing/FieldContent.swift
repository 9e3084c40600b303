internal import TrustLines

/// What a field of a post holds, taken out of where it was read.
enum FieldContent: Hashable {
  case text([UInt8])
  case number([UInt8])
  case flag(Bool)
  case list([FieldContent])
  /// An object without a name, or an array too deep.
  case other

  /// The names of members that name an object in a list, as lists of topics have them.
  static let nameMembers = ["name", "tag_name", "hashtag_name", "topic_title", "title", "text"]

  /// Copies a value of JSON; `nil` if there is none.
  ///
  /// - Complexity: Linear in the value.
  init?(_ value: FieldValue, of block: borrowing Span<UInt8>, decoded: [UInt8], depth: Int = 0) {
    switch value {
    case .missing: return nil
    case .text(let range): self = .text(Self.copy(block, range))
    case .decoded(let range): self = .text(Array(decoded[range]))
    case .number(let range): self = .number(Self.copy(block, range))
    case .other(let range):
      switch block[range.lowerBound] {
      case UInt8(ascii: "t"): self = .flag(true)
      case UInt8(ascii: "f"): self = .flag(false)
      case UInt8(ascii: "[") where depth < 3:
        self = .list(Self.elements(range, of: block, depth: depth + 1))
      case UInt8(ascii: "{") where depth > 0: self = Self.named(block.extracting(range))
      default: self = .other
      }
    }
  }

  private static func elements(
    _ range: Range<Int>,
    of block: borrowing Span<UInt8>,
    depth: Int
  ) -> [FieldContent] {
    var reader = ElementReader(range, of: block)
    var decoded: [UInt8] = []
    var elements: [FieldContent] = []
    while let value = reader.next(in: block, decoded: &decoded) {
      if let element = FieldContent(value, of: block, decoded: decoded, depth: depth) {
        elements.append(element)
      }
    }
    return elements
  }

  /// The name of an object.
  private static func named(_ object: borrowing Span<UInt8>) -> FieldContent {
    var reader = LineReader(fields: nameMembers)
    reader.start(object)
    guard reader.next(in: object) == .object else { return .other }
    for value in reader.values {
      if case .text(let name) = FieldContent(value, of: object, decoded: reader.decoded) {
        return .text(name)
      }
    }
    return .other
  }

  private static func copy(_ block: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let part = block.extracting(range)
    // SAFETY: the pointer is not kept.
    return unsafe part.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Text or a number as it is written.
  var bytes: [UInt8]? {
    switch self {
    case .text(let bytes), .number(let bytes): bytes
    case .flag, .list, .other: nil
    }
  }

  /// Text or a number, if it is not blank.
  var string: String? {
    guard let bytes, bytes.contains(where: { $0 > 0x20 }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is in a list; a text is a list parted by commas.
  var strings: [String] {
    switch self {
    case .list(let elements): elements.compactMap(\.string)
    case .text(let bytes):
      String(decoding: bytes, as: UTF8.self).split { ",，、;；|".contains($0) }.map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }.filter { !$0.isEmpty }
    case .number, .flag, .other: []
    }
  }
}
