/// What the first bytes of a file say of how it is packed.
enum PackingKind: Equatable {
  /// One stream of packed bytes: gz, bz2, xz, zst. There may be a tar inside.
  case stream
  case tar
  /// A container whose directory is at its end: zip, 7z.
  case directoryAtEnd
  /// A container that is not read: RAR.
  case unsupported(String)

  /// How many bytes are needed to tell.
  static let headLength = 512

  /// Looks at the first bytes; `nil` if they are not packed.
  ///
  /// By content and not by name, so that wrong names do no harm.
  init?(_ head: [UInt8]) {
    func begins(_ mark: [UInt8], at start: Int = 0) -> Bool {
      head.count >= start + mark.count && head[start..<start + mark.count].elementsEqual(mark)
    }
    if begins([0x1F, 0x8B]) || begins([0x28, 0xB5, 0x2F, 0xFD])
      || begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
      || begins(Array("BZh".utf8)) && begins([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4)
    {
      self = .stream
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06])
      || begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
    {
      self = .directoryAtEnd
    } else if begins(Array("ustar".utf8), at: 257) {
      self = .tar
    } else if begins(Array("Rar!".utf8)) {
      self = .unsupported("RAR")
    } else {
      return nil
    }
  }

  /// A file's name without the ends that stand for a stream of packed bytes: `a.csv.gz` is `a.csv`.
  static func unpackedName(_ name: String) -> String {
    for end in [".gz", ".zst", ".xz", ".bz2"] where name.lowercased().hasSuffix(end) {
      return String(name.dropLast(end.count))
    }
    return name
  }
}
