import TrustRules
import TrustText

/// The fingerprints of one field's findings: hashes of rule, matched words and sentence, which stay
/// when other parts of a post change.
struct Fingerprints {
  private static let length = 32

  /// How many findings have the same rule, words and sentence, by the first one's fingerprint.
  private var repeats: [String: Int] = [:]
  /// The hashes of sentences, each worked out once however many findings it has.
  private var sentences: [Range<Int>: [UInt8]] = [:]

  /// The fingerprint of the next finding.
  mutating func fingerprint(
    of match: Match,
    _ rule: Rule.ID,
    in matcher: inout FieldMatcher
  ) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(256)
    key.append(contentsOf: rule.pack.utf8)
    key.append(UInt8(ascii: "/"))
    key.append(contentsOf: rule.name.utf8)
    key.append(0x1E)
    for (index, part) in match.parts.enumerated() {
      if index > 0 { key.append(0x1F) }
      matcher.text.appendUTF8(part.range, to: &key)
    }
    key.append(0x1E)
    let sentence = matcher.segmentation.range(of: .sentence, around: match.range)
    key.append(contentsOf: hash(of: sentence, in: matcher.text))
    key.append(0x1E)
    let end = key.count
    key.append(UInt8(ascii: "0"))
    let first = Self.hash(key)
    let ordinal = repeats[first, default: 0]
    repeats[first] = ordinal + 1
    guard ordinal > 0 else { return first }
    key.removeLast(key.count - end)
    key.append(contentsOf: String(ordinal).utf8)
    return Self.hash(key)
  }

  private static func hash(_ key: [UInt8]) -> String {
    String(decoding: SHA256.digits(of: key)[..<length], as: UTF8.self)
  }

  private mutating func hash(of sentence: Range<Int>, in text: borrowing FoldedText) -> [UInt8] {
    if let known = sentences[sentence] { return known }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * sentence.count)
    text.appendUTF8(sentence, to: &bytes)
    let hash = SHA256.digits(of: bytes)
    sentences[sentence] = hash
    return hash
  }
}
