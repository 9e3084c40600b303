/// The encodings in which texts are read.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  /// GB 18030, of which GBK and GB 2312 are parts.
  case gb18030
  case big5
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// The encoding of a name, as people write it; `nil` if it is none of these.
  package init?(name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "gb-18030": self = .gb18030
    case "big5", "big-5", "cp950", "big5-hkscs": self = .big5
    case "utf-16le", "utf16le", "utf-16-le": self = .utf16LittleEndian
    case "utf-16be", "utf16be", "utf-16-be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// ICU's name of it.
  var converter: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "gb18030"
    case .big5: "Big5"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }

  /// The encoding that a byte order mark stands for, and the mark's length.
  static func mark(at bytes: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    // GB 18030's own, which some editors write.
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }
}
