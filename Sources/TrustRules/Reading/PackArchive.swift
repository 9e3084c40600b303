/// Packs as one text that is read without YAML: how the built-in ones are stored in the program.
///
/// A node is `t5:` and five bytes of text, `l2:` and two nodes, or `m2:` and two pairs of nodes.
/// Examples are left out; places are not kept, as the packs were checked when they were written.
package enum PackArchive {
  private static let header = "trustscreen-packs 1\n"
  /// How deep nodes may be nested: more is no pack that anybody wrote.
  private static let mostLevels = 32

  /// The files of a pack, and what it is called.
  package struct Entry: Sendable {
    package var id: String
    package var digest: String
    package var files: [SourceNode]

    package init(id: String, digest: String, files: [SourceNode]) {
      self.id = id
      self.digest = digest
      self.files = files
    }
  }

  /// What went wrong with an archive.
  package struct Damage: Error, Equatable {
    package var byte: Int
  }

  // MARK: - Writing

  /// Writes packs, those that others use included.
  package static func encode(_ entries: [Entry]) -> String {
    var text = header
    text += "l\(entries.count):"
    for entry in entries {
      text += "l\(entry.files.count + 2):"
      encode(entry.id, into: &text)
      encode(entry.digest, into: &text)
      for file in entry.files { encode(file, into: &text) }
    }
    return text
  }

  private static func encode(_ text: String, into result: inout String) {
    result += "t\(text.utf8.count):\(text)"
  }

  private static func encode(_ node: SourceNode, into result: inout String) {
    switch node.content {
    case .text(let text): encode(text, into: &result)
    case .list(let items):
      result += "l\(items.count):"
      for item in items { encode(item, into: &result) }
    case .map(let pairs):
      result += "m\(pairs.count):"
      for (key, value) in pairs {
        encode(key, into: &result)
        encode(key.text == "examples" ? SourceNode(.map([]), at: key.mark) : value, into: &result)
      }
    }
  }

  // MARK: - Reading

  /// Reads packs that have rules, each with those that it uses.
  ///
  /// - Complexity: O(n).
  package static func decode(_ bytes: [UInt8]) throws(Damage) -> [Pack] {
    let entries = try entries(in: bytes)
    var contents: [String: PackContent] = [:]
    for entry in entries {
      var content = PackReader(files: entry.files).content
      content.digest = entry.digest
      contents[entry.id] = content
    }
    return entries.compactMap { entry in
      guard let content = contents[entry.id], !content.rules.isEmpty else { return nil }
      return Pack(
        content: content,
        used: content.uses.compactMap { contents[$0] },
        digest: entry.digest
      )
    }
  }

  /// Reads the files in an archive as they are.
  ///
  /// - Complexity: O(n).
  package static func entries(in bytes: [UInt8]) throws(Damage) -> [Entry] {
    var decoder = Decoder(bytes: bytes)
    return try decoder.entries(after: Array(header.utf8))
  }

  private struct Decoder {
    let bytes: [UInt8]
    var at = 0

    mutating func entries(after header: [UInt8]) throws(Damage) -> [Entry] {
      guard bytes.starts(with: header) else { throw Damage(byte: 0) }
      at = header.count
      guard let list = try node().list else { throw Damage(byte: at) }
      var entries: [Entry] = []
      for item in list {
        guard let parts = item.list, parts.count > 2, let id = parts[0].text,
          let digest = parts[1].text
        else { throw Damage(byte: at) }
        entries.append(Entry(id: id, digest: digest, files: Array(parts[2...])))
      }
      return entries
    }

    private mutating func node(within levels: Int = mostLevels) throws(Damage) -> SourceNode {
      guard levels > 0 else { throw Damage(byte: at) }
      let place = Mark(file: "built-in", line: 0, column: at)
      let (kind, count) = try head()
      switch kind {
      case UInt8(ascii: "t"):
        guard at + count <= bytes.count else { throw Damage(byte: at) }
        defer { at += count }
        return SourceNode(.text(String(decoding: bytes[at..<at + count], as: UTF8.self)), at: place)
      case UInt8(ascii: "l"):
        var items: [SourceNode] = []
        for _ in 0..<count { items.append(try node(within: levels - 1)) }
        return SourceNode(.list(items), at: place)
      case UInt8(ascii: "m"):
        var pairs: [(key: SourceNode, value: SourceNode)] = []
        for _ in 0..<count {
          pairs.append((try node(within: levels - 1), try node(within: levels - 1)))
        }
        return SourceNode(.map(pairs), at: place)
      default: throw Damage(byte: at)
      }
    }

    private mutating func head() throws(Damage) -> (kind: UInt8, count: Int) {
      guard at < bytes.count else { throw Damage(byte: at) }
      let kind = bytes[at]
      at += 1
      var count = 0
      while at < bytes.count, bytes[at] != UInt8(ascii: ":") {
        let digit = Int(bytes[at]) - 0x30
        guard (0...9).contains(digit), count < 1 << 30 else { throw Damage(byte: at) }
        count = count * 10 + digit
        at += 1
      }
      guard at < bytes.count else { throw Damage(byte: at) }
      at += 1
      return (kind, count)
    }
  }
}
