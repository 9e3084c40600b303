internal import TrustText

/// Which half of a set a post is in, by its id alone.
///
/// A rule that was written with a post in view finds that post, and its figures flatter. So one
/// half is read while rules are written, and the other only measured. The halves depend on ids
/// alone: a post never changes sides when others are added, reordered or labelled anew.
public enum Half: String, Sendable, CaseIterable {
  /// May be read: its misses and false alarms are shown.
  case reading
  /// Must not be read: only its numbers are shown.
  case measuring

  /// The half of a post: reading if the first byte of the SHA-256 of its id, in UTF-8, is even.
  public init(id: String) {
    let digits = SHA256.hex(id.utf8).prefix(2)
    self = UInt8(digits, radix: 16).map { $0.isMultiple(of: 2) } == true ? .reading : .measuring
  }
}
