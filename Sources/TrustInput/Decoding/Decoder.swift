internal import CTrustEncoding

/// Decodes one of the encodings, bit by bit.
@safe final class Decoder {
  /// What bytes are in UTF-8.
  struct Decoded {
    var bytes: [UInt8] = []
    /// For each byte, how many bytes of the source it stands for, as in `TextBuffer.widths`.
    var widths: [UInt8] = []
    /// How many bytes of the source were decoded; a character may be left that is cut off.
    var consumed = 0

    /// Whether there were bytes that are no characters.
    var isIllFormed: Bool { widths.contains { $0 & Decoder.illFormed != 0 } }
  }

  /// The bit of a width that marks U+FFFD in place of bytes that are no character.
  static let illFormed = UInt8(TRUST_WIDTH_ILL_FORMED)

  private let handle: OpaquePointer

  /// Opens a decoder; `nil` if the ICU at hand does not know the encoding.
  init?(_ encoding: TextEncoding) {
    var status: Int32 = 0
    let opened = unsafe encoding.converter.withCString { unsafe trust_decoder_open($0, &status) }
    guard let handle = unsafe opened else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe trust_decoder_close(handle) }

  /// Decodes bytes; `nil` if ICU fails.
  ///
  /// - Complexity: Linear.
  func decode(_ source: borrowing Span<UInt8>, isLast: Bool) -> Decoded? {
    var result = Decoded()
    let room = source.count * 3 + 3
    result.bytes = [UInt8](repeating: 0, count: room)
    result.widths = [UInt8](repeating: 0, count: room)
    var status: Int32 = 0
    var consumed = 0
    let written = unsafe source.withUnsafeBufferPointer { all in
      unsafe result.bytes.withUnsafeMutableBufferPointer { bytes in
        unsafe result.widths.withUnsafeMutableBufferPointer { widths in
          guard let out = bytes.baseAddress, let lengths = widths.baseAddress else { return -1 }
          // SAFETY: both have the room that the callee asks for.
          return unsafe trust_decoder_decode(
            handle,
            all.baseAddress,
            all.count,
            isLast ? 1 : 0,
            out,
            lengths,
            &consumed,
            &status
          )
        }
      }
    }
    guard written >= 0 else { return nil }
    result.bytes.removeLast(room - written)
    result.widths.removeLast(room - written)
    result.consumed = consumed
    return result
  }
}
