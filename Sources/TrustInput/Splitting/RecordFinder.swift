internal import CTrustArchive

/// Finds where records begin and end in text that comes bit by bit.
///
/// It looks at each byte once and keeps its state between looks, so that what it finds does not
/// depend on how the text was cut.
protocol RecordFinder {
  /// The line in which the first record that has not ended begins, from 1.
  var openLine: Int { get }
  /// Whether the rest of a record goes by that is longer than allowed.
  var isSkipping: Bool { get }

  /// Looks at what is new. The bytes are those of the last look without what was removed, and more.
  mutating func find(in bytes: borrowing Span<UInt8>, isEnd: Bool) -> FoundRecords
  /// Notes that the first bytes were removed.
  mutating func remove(_ count: Int)
  /// Lets the record that has not ended go by without keeping it.
  mutating func skip()
}

/// Records in text.
struct FoundRecords {
  /// Each record; none for formats in which each line is one.
  var pieces: [RecordPiece] = []
  /// Where the first record begins; what is before is the rest of one that was skipped.
  var start = 0
  /// The line at `start`.
  var line = 1
  /// How much of the text is done with.
  var end = 0
}

/// Where a record is in a batch.
package struct RecordPiece: Sendable, Hashable {
  /// What is wrong with a record, so far as can be told without reading it.
  package enum Fault: Sendable, Hashable {
    /// A quotation mark is opened and never closed.
    case openQuote
    /// The object has no end.
    case unfinished
    /// There is a line break in a string.
    case brokenString
    /// It is no object.
    case noObject
  }

  /// The bytes in the batch.
  package var range: Range<Int>
  /// The line it starts in, from 1.
  package var line: Int
  package var fault: Fault?
}

/// Line breaks.
enum LineBreaks {
  /// How many line feeds there are.
  ///
  /// - Complexity: Linear, many bytes at a time.
  static func count(_ bytes: borrowing Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { all in
      // SAFETY: the callee reads `count` bytes.
      Int(unsafe trust_count_breaks(all.baseAddress, all.count))
    }
  }
}
