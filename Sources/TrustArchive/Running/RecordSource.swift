package import TrustInput

/// What a run reads: an archive in batches, always the same ones in the same order.
///
/// A resumed run reads the batches before its place again and compares their digests, so what a batch
/// holds may depend on nothing but the inputs and the reading options.
package protocol RecordSource: ~Copyable {
  /// A stretch of an input.
  associatedtype Batch: RecordBatch
  /// What makes records of batches, one for each worker.
  associatedtype Parser: RecordParser where Parser.Batch == Batch

  /// Reads the next batch; `nil` at the end of the last input.
  ///
  /// What cannot be read is a record of a batch, so that nothing is thrown.
  mutating func next() -> Batch?

  /// Makes a parser; called once for each worker.
  var makeParser: @Sendable () -> sending Parser { get }
}

/// A stretch of an input, on its way to a worker.
package protocol RecordBatch: Sendable {
  /// XXH64 of all that its records are made from, its file's name included.
  var digest: UInt64 { get }
  /// How many bytes of it are screened: decompressed, not decoded.
  var byteCount: Int { get }
  /// How many bytes of the files that were named have been read up to its end, for the time left.
  var sourceBytesRead: Int { get }
}

/// Makes records of batches; keeps memory from one to the next, and nothing else.
package protocol RecordParser: SendableMetatype {
  /// What it reads.
  associatedtype Batch

  /// Hands over the records of a batch in their order.
  mutating func records(of batch: Batch, _ use: (InputRecord) -> Void)
}
