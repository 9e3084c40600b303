internal import CTrustMemory
package import TrustEngine

/// Screens an archive into a folder: starts, or goes on where an earlier run was stopped.
///
/// Batches are read one after another, screened side by side, and written in order. What is written
/// becomes real part by part (`RunWriter`); when all is screened, the results are made from the parts
/// (`RunFinish`). Nothing that is kept depends on the clock or on the number of workers.
package struct ArchiveRun {
  private let folder: RunFolder
  private let settings: RunSettings
  private let screener: Screener
  private let baseline: Baseline
  private let jobs: Int
  private let appendingTo: String?
  private let partBatches: Int

  /// Opens a folder for a run.
  ///
  /// - Throws: if the folder holds something else, or a run that was started otherwise.
  package init(
    folder path: String,
    settings: RunSettings,
    screener: Screener,
    baseline: Baseline = Baseline(),
    isResuming: Bool = false,
    jobs: Int,
    appendingTo: String? = nil,
    partBatches: Int = 256,
    gate: WriteGate = .open
  ) throws(ArchiveError) {
    folder = RunFolder(path: path, gate: gate)
    self.settings = try folder.open(settings, isResuming: isResuming)
    self.screener = screener
    self.baseline = baseline
    self.jobs = max(1, jobs)
    self.appendingTo = appendingTo
    self.partBatches = partBatches
  }

  /// Does what is left to do.
  ///
  /// - Returns: What became of all posts, those of earlier runs included.
  /// - Complexity: Memory for some batches for each worker, whatever the archive's size.
  package func callAsFunction<Source: RecordSource & ~Copyable>(
    _ source: consuming Source,
    progress: (RunProgress) -> Void = { _ in }
  ) async throws(ArchiveError) -> RunTotals {
    if folder.isFinished {
      try Files.remove(folder.work)
      return try Summary.totals(in: folder)
    }
    let lock = try RunLock(folder)
    defer { withExtendedLifetime(lock) {} }
    var source = source
    var writer = try RunWriter(folder, partBatches: partBatches)
    try skip(in: &source, &writer, progress)
    try await screen(&source, &writer, progress)
    try writer.endPart()
    try writer.close()
    // What screening needed is not held while the results are made.
    _ = consume source
    trust_memory_give_back()
    let done = RunProgress(
      stage: .finishing,
      totals: writer.totals,
      bytes: writer.bytes,
      sourceBytesRead: 0
    )
    progress(done)
    let finish = RunFinish(
      folder: folder,
      settings: settings,
      screener: screener,
      baseline: baseline,
      totals: writer.totals,
      bytes: writer.bytes,
      appendingTo: appendingTo
    )
    try finish(runID: settings.runID(digest: writer.digestOfInput))
    return writer.totals
  }

  /// Reads the batches again that are done, to see that they are what they were.
  private func skip(
    in source: inout some RecordSource & ~Copyable,
    _ writer: inout RunWriter,
    _ progress: (RunProgress) -> Void
  ) throws(ArchiveError) {
    for number in 0..<writer.batchesDone {
      guard let batch = source.next() else { throw RunWriter.changedInput }
      try writer.skip(number, digest: batch.digest)
      progress(
        RunProgress(
          stage: .checking,
          totals: writer.totals,
          bytes: writer.bytes,
          sourceBytesRead: batch.sourceBytesRead
        )
      )
    }
  }

  private func screen<Source: RecordSource & ~Copyable>(
    _ source: inout Source,
    _ writer: inout RunWriter,
    _ progress: (RunProgress) -> Void
  ) async throws(ArchiveError) {
    let pool = WorkerPool(BatchScreening(screener, settings, baseline), source.makeParser)
    var queue = OrderedTasks<ScreenedBatch>(limit: jobs)
    var isAtEnd = false
    while true {
      while !isAtEnd, queue.hasRoom {
        guard let batch = source.next() else {
          isAtEnd = true
          break
        }
        queue.add { pool.screen(batch) }
      }
      guard let batch = await queue.next() else { return }
      try writer.write(batch)
      progress(
        RunProgress(
          stage: .screening,
          totals: writer.totals,
          bytes: writer.bytes,
          sourceBytesRead: batch.sourceBytesRead
        )
      )
    }
  }
}
