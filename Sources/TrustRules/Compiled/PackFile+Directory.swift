internal import TrustText

extension PackFile {
  /// Why a file is not read.
  enum Refusal: Error {
    case foreign
    case version(Int)
    case folding
    case damage(Int, String)

    /// The refusal as a person reads it.
    func issue(_ name: String) -> PackError.Issue {
      let (code, message, hint): (String, String, String) =
        switch self {
        case .foreign:
          (
            "foreign-file", "this is no file of compiled packs",
            "“trustscreen pack build FOLDER -o FILE.tspack” makes one"
          )
        case .version(let version):
          (
            "wrong-version",
            "the file has version \(version) of the form; this program reads \(PackFile.version)",
            "build it anew with this program: “trustscreen pack build”"
          )
        case .folding:
          (
            "wrong-folding", "the file was made for another fold table than this program has",
            "build it anew with this program: “trustscreen pack build”"
          )
        case .damage(let byte, let reason):
          (
            "damaged-file", "the file is damaged at byte \(byte): \(reason)",
            "copy it again as it was, or build it anew with “trustscreen pack build”"
          )
        }
      return PackError.Issue(code, at: Mark(file: name, line: 0, column: 0), message, hint: hint)
    }
  }

  /// Where the sections are, by kind.
  func directory() throws(Refusal) -> [Int: Place] {
    guard bytes.count >= Self.headLength else {
      throw starts(with: Self.magic) ? .damage(bytes.count, "its head is cut off") : .foreign
    }
    guard starts(with: Self.magic) else { throw .foreign }
    let versions = number(at: 8)
    let version = Int(UInt32(truncatingIfNeeded: versions))
    guard version == Self.version else { throw .version(version) }
    let length = number(at: 16)
    guard length == UInt64(bytes.count) else {
      throw .damage(bytes.count, "it has \(bytes.count) bytes, and should have \(length)")
    }
    let sections = Int(versions >> 32)
    let end = Self.headLength + sections * Self.entryLength
    guard end <= bytes.count, headHash(end: end) == number(at: 32) else {
      throw .damage(0, "its head is not as it was written")
    }
    guard number(at: 24) == FoldTable.fingerprint else { throw .folding }
    var places: [Int: Place] = [:]
    var next = end
    for entry in stride(from: Self.headLength, to: end, by: Self.entryLength) {
      let (start, length) = (number(at: entry + 8), number(at: entry + 16))
      guard start == UInt64(next), length <= UInt64(bytes.count - next) else {
        throw .damage(entry, "a section is not where it should be")
      }
      places[Int(truncatingIfNeeded: number(at: entry))] = Place(
        range: next..<next + Int(length),
        hash: number(at: entry + 24)
      )
      next += Int(length)
    }
    guard next == bytes.count, places.count == sections else {
      throw .damage(next, "there is more than the sections")
    }
    return places
  }

  /// The hash of the head and the directory, but for the hash in them.
  private func headHash(end: Int) -> UInt64 {
    Self.headHash(bytes.hash(0..<32), bytes.hash(Self.headLength..<end))
  }

  static func headHash(_ head: UInt64, _ directory: UInt64) -> UInt64 {
    head ^ (directory << 1 | directory >> 63)
  }

  private func number(at byte: Int) -> UInt64 {
    bytes.bytes(byte..<byte + 8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func starts(with prefix: [UInt8]) -> Bool {
    bytes.count >= prefix.count && bytes.bytes(prefix.indices) == prefix
  }
}
