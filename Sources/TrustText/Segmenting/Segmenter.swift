internal import CTrustICU

/// One of ICU's break iterators, owned by one task.
@safe package struct Segmenter: ~Copyable {
  /// What a segmenter cuts a text into.
  package enum Kind: Sendable {
    case characters, words
    /// What tests hold `SentenceBreaks` to.
    case sentences

    fileprivate var code: Int32 {
      switch self {
      case .characters: Int32(TRUST_BREAK_CHARACTER)
      case .words: Int32(TRUST_BREAK_WORD)
      case .sentences: Int32(TRUST_BREAK_SENTENCE)
      }
    }
  }

  /// ICU's refusal, by its own code (`UErrorCode`).
  package struct Failure: Error, Equatable {
    package var code: Int32
  }

  private let breaker: OpaquePointer

  /// Opens a segmenter for Chinese and English text.
  package init(_ kind: Kind) throws(Failure) {
    var status: Int32 = 0
    guard let opened = unsafe trust_breaker_open(kind.code, &status) else {
      throw Failure(code: status)
    }
    unsafe breaker = opened
  }

  deinit { unsafe trust_breaker_close(breaker) }

  /// The boundaries of `text`, from 0 to its length, in bytes.
  ///
  /// - Complexity: O(n), at about 20 MB/s for Chinese words: call it for little text.
  package func boundaries(utf8 text: borrowing Span<UInt8>) throws(Failure) -> [Int32] {
    var status: Int32 = 0
    var out = [Int32](repeating: 0, count: text.count + 1)
    let count = unsafe text.withUnsafeBufferPointer { bytes in
      // SAFETY: the callee reads `bytes.count` bytes and writes at most `out.count` offsets.
      unsafe trust_breaker_utf8(
        breaker,
        bytes.baseAddress,
        Int64(bytes.count),
        &out,
        Int32(out.count),
        &status
      )
    }
    try Self.cut(&out, to: count, status)
    return out
  }

  /// Puts the boundaries of `text`, from 0 to its length, in UTF-16 units, in the place of what
  /// `out` holds.
  package func boundaries(utf16 text: [UInt16], into out: inout [Int32]) throws(Failure) {
    var status: Int32 = 0
    out.removeAll(keepingCapacity: true)
    out.append(contentsOf: repeatElement(0, count: text.count + 1))
    let count = unsafe trust_breaker_utf16(
      breaker,
      text,
      Int32(text.count),
      &out,
      Int32(out.count),
      &status
    )
    try Self.cut(&out, to: count, status)
  }

  private static func cut(
    _ out: inout [Int32],
    to count: Int32,
    _ status: Int32
  ) throws(Failure) {
    // ICU: a warning such as U_USING_DEFAULT_WARNING is negative; only positive codes fail.
    guard status <= 0, count >= 0, Int(count) <= out.count else { throw Failure(code: status) }
    out.removeLast(out.count - Int(count))
  }

  /// ICU's version, such as "72.1".
  package static var icuVersion: String { unsafe String(cString: trust_icu_version()) }
}
