internal import TrustText

extension PackFile {
  /// The bytes of a file with some sections.
  package static func bytes(_ sections: [(section: Section, bytes: [UInt8])]) -> [UInt8] {
    let start = headLength + sections.count * entryLength
    var directory: [UInt8] = []
    var next = start
    for (section, bytes) in sections {
      directory.append(littleEndian: UInt64(section.rawValue))
      directory.append(littleEndian: UInt64(next))
      directory.append(littleEndian: UInt64(bytes.count))
      directory.append(littleEndian: bytes.hash(bytes.indices))
      next += bytes.count
    }
    var file = magic
    file.append(littleEndian: UInt32(version))
    file.append(littleEndian: UInt32(sections.count))
    file.append(littleEndian: UInt64(next))
    file.append(littleEndian: FoldTable.fingerprint)
    file.append(littleEndian: headHash(file.hash(file.indices), directory.hash(directory.indices)))
    return file + directory + sections.flatMap(\.bytes)
  }
}
