/// Records of one file that were read together.
///
/// The same inputs and options give the same batches, whoever reads them and how often.
package struct InputBatch: Sendable, Hashable {
  /// Its place among all batches, from 0.
  package var number: Int
  /// The file as it was named, and behind it the members of containers.
  package var file: String
  package var format: InputFormat
  /// The line and the place in the source of the first byte.
  package var line: Int
  package var offset: Int
  /// The records, decoded to UTF-8; empty if there are only failures.
  package var bytes: [UInt8] = []
  /// For each byte how many bytes of the source it stands for, if the encoding is another.
  package var widths: [UInt8] = []
  /// Where the records are; none in formats in which each line is one.
  package var pieces: [RecordPiece] = []
  /// The columns of a table.
  package var columns: TableColumns?
  /// What could not be read, behind the records.
  package var failures: [InputFailure] = []
  /// How many bytes of the files that were named have been read so far, for showing progress.
  package var sourceBytesRead: Int
}

/// The header of a table.
package struct TableColumns: Sendable, Hashable {
  /// The byte that parts values.
  package var delimiter: UInt8
  package var names: [String]
}
