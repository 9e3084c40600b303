internal import CTrustEncoding
internal import TrustLines
internal import TrustText

/// Finds out the encoding of bytes that bear no mark.
enum EncodingDetector {
  /// What ICU must be sure of, of 100.
  ///
  /// It says 10 where nothing speaks against an encoding.
  static let leastConfidence = 30

  /// The encoding of a sample that is not all ASCII; `nil` if there is doubt.
  ///
  /// UTF-8 is what can be that. Else ICU is asked, and believed if one of our encodings is its first
  /// choice, with enough confidence, and the sample can be decoded without an error.
  ///
  /// - Complexity: Linear in the sample.
  static func encoding(of sample: ArraySlice<UInt8>) -> TextEncoding? {
    let bytes = Array(sample)
    let whole = UTF8Decoding.wholeCharacters(in: bytes.span)
    if WellFormed.isUTF8(bytes.span.extracting(0..<whole)), !bytes.contains(0) { return .utf8 }
    guard let best = guesses(bytes).first, best.confidence >= leastConfidence,
      let encoding = TextEncoding(name: best.name)
    else { return nil }
    if encoding == .utf8 { return encoding }
    guard let decoded = Decoder(encoding)?.decode(bytes.span, isLast: false), !decoded.isIllFormed
    else { return nil }
    return encoding
  }

  private static func guesses(_ bytes: [UInt8]) -> [(name: String, confidence: Int)] {
    let capacity = 8
    var confidences = [Int32](repeating: 0, count: capacity)
    var names = [CChar](repeating: 0, count: capacity * 32)
    let count = unsafe bytes.withUnsafeBufferPointer { all in
      unsafe confidences.withUnsafeMutableBufferPointer { numbers in
        unsafe names.withUnsafeMutableBufferPointer { letters in
          guard let base = all.baseAddress, let number = numbers.baseAddress,
            let letter = letters.baseAddress
          else { return Int32(0) }
          // SAFETY: there is room for as many as are asked for.
          return unsafe trust_encoding_guess(base, all.count, number, letter, Int32(capacity))
        }
      }
    }
    return (0..<Int(count)).map { index in
      let name = names[index * 32..<index * 32 + 32].prefix { $0 != 0 }
      return (
        String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self),
        Int(confidences[index])
      )
    }
  }
}

extension UTF8Decoding {
  /// The length of bytes without a character that is cut off at their end.
  ///
  /// - Complexity: O(1).
  static func wholeCharacters(in bytes: borrowing Span<UInt8>) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }
}
