internal import Foundation

/// Posts in JSON lines, of which only `text` is read.
enum PostFile {
  private struct Line: Decodable { var text: String }

  /// The texts of a file, in its order.
  static func texts(_ path: String) throws -> [[UInt8]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let decoder = JSONDecoder()
    return try data.split(separator: 0x0A).map {
      Array(try decoder.decode(Line.self, from: $0).text.utf8)
    }
  }

  /// The posts of a file, shuffled, so that any part of it is like the whole.
  static func posts(_ path: String, name: String) throws -> Posts {
    var random = SplitMix64(seed: 1)
    return Posts(name: name, try texts(path).shuffled(using: &random))
  }
}
