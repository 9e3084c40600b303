/// What a worker made of a batch.
struct ScreenedBatch: Sendable {
  var digest: UInt64
  var byteCount: Int
  var sourceBytesRead: Int
  /// The bytes for each output, in the order of `OutputKind`.
  var outputs: [[UInt8]]
  var totals = RunTotals()
  /// The posts of which no output but the database says anything.
  var clean = CleanTally()

  /// A batch of which nothing is screened yet.
  init(of batch: some RecordBatch) {
    digest = batch.digest
    byteCount = batch.byteCount
    sourceBytesRead = batch.sourceBytesRead
    outputs = OutputKind.allCases.map { _ in [] }
  }

  subscript(kind: OutputKind) -> [UInt8] {
    get { outputs[kind.index] }
    _modify { yield &outputs[kind.index] }
  }
}
