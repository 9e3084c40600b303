/// How far a run is, for those who watch it.
package struct RunProgress: Sendable {
  /// What it is doing.
  package enum Stage: Sendable, Hashable {
    /// Reading again what an earlier run has done, to see that it is unchanged.
    case checking
    case screening
    /// Making the database and the files of results.
    case finishing
  }

  package var stage: Stage
  package var totals: RunTotals
  /// How many bytes have been screened, decompressed.
  package var bytes: Int
  /// How many bytes of the named files have been read.
  package var sourceBytesRead: Int
}
