/// How much has been unpacked of an input file, and whether that is too much.
struct Unpacking {
  private let limits: InputLimits
  /// The bytes that were unpacked of the input file.
  private(set) var total = 0

  init(_ limits: InputLimits) { self.limits = limits }

  /// Counts bytes of a member, of which `member` were unpacked so far, while `packed` bytes of the
  /// input file were read; answers what limit is passed, in words.
  mutating func count(_ bytes: Int, ofMember member: Int, packed: Int) -> String? {
    total += bytes
    if member > limits.memberBytes {
      return "more than \(limits.memberBytes) bytes are unpacked from this member"
    }
    if total > limits.totalBytes {
      return "more than \(limits.totalBytes) bytes are unpacked from the input file"
    }
    if total > limits.ratioStart, total / max(1, packed) >= limits.ratio {
      return "more than \(limits.ratio) bytes are unpacked for each packed one, as in an archive "
        + "that is made to do harm"
    }
    return nil
  }
}
