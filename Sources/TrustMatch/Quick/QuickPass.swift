internal import CTrustQuick

/// The quick pass over raw bytes: tells posts in which no pattern can match from those in which
/// one may.
///
/// It may say “maybe” too often, and never says “clean” of a post in which the thorough pass would
/// find something. For that it looks at a post more coarsely than any reading of it: what folding
/// and the disguises that are always looked through make equal is equal here, signs between
/// characters part them only if they end a sentence or a clause, and where words end is all that it
/// knows of edges.
///
/// Each literal is known by its rarest *window* (one of its words or two, two Chinese characters or one)
/// and by the words and characters around that.
/// A pattern needs all of its gates open; it is tested when a window of its rarest gate is seen.
package struct QuickPass: Sendable {
  /// The tables in one piece: see `CTrustQuick.h` for their order.
  package let image: [UInt32]

  init(image: [UInt32]) {
    self.image = image
  }

  /// What the quick pass says of a text.
  package enum Answer: Equatable, Sendable {
    /// No pattern can match; the text has so many Chinese characters and Latin letters.
    case clean(han: Int, latin: Int)
    /// The thorough pass must look.
    case maybe
  }

  /// Looks at a text.
  ///
  /// - Complexity: O(n); allocates nothing.
  package func look(at bytes: borrowing Span<UInt8>) -> Answer {
    let tables = image.span
    var counts: (han: UInt32, latin: UInt32) = (0, 0)
    // SAFETY: the callee reads `count` bytes, and of the image what its head says, which was made by
    // `init` or checked when it was read; it writes two counts.
    let mayMatch = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe tables.withUnsafeBufferPointer { tables in
        guard let image = tables.baseAddress else { return true }
        guard let text = bytes.baseAddress else { return false }
        return unsafe trust_quick_scan(image, text, bytes.count, &counts.han, &counts.latin) != 0
      }
    }
    return mayMatch ? .maybe : .clean(han: Int(counts.han), latin: Int(counts.latin))
  }
}
