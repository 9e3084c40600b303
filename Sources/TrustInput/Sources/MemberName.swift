internal import TrustLines

/// Names of members, which may be in any encoding and say anything.
enum MemberName {
  /// A name as text.
  ///
  /// UTF-8, else GB18030 if it can be that, else UTF-8 with what is ill-formed replaced. Control characters are replaced, too, as names are printed.
  static func decoded(_ bytes: [UInt8]) -> String {
    let text =
      WellFormed.isUTF8(bytes.span) ? String(decoding: bytes, as: UTF8.self) : gb18030(bytes)
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
      )
    )
  }

  private static func gb18030(_ bytes: [UInt8]) -> String {
    guard let decoder = Decoder(.gb18030),
      let decoded = decoder.decode(bytes.span, isLast: true),
      !decoded.isIllFormed
    else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: decoded.bytes, as: UTF8.self)
  }
}
