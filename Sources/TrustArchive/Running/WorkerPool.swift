internal import Synchronization
internal import TrustEngine

/// Workers that tasks borrow for one batch at a time; there are as many as batches under way.
final class WorkerPool<Parser: RecordParser>: Sendable where Parser.Batch: RecordBatch {
  /// A parser and scratch memory. The lock is never contended: a worker is idle or with one task.
  private final class Worker: Sendable {
    let parser: Mutex<Parser>
    let scratch = Mutex(Screener.Scratch())

    init(_ parser: sending Parser) { self.parser = Mutex(parser) }
  }

  private let screening: BatchScreening
  private let makeParser: @Sendable () -> Parser
  private let idle = Mutex<[Worker]>([])

  init(_ screening: BatchScreening, _ makeParser: @escaping @Sendable () -> Parser) {
    self.screening = screening
    self.makeParser = makeParser
  }

  /// Screens a batch with a borrowed worker.
  func screen(_ batch: Parser.Batch) -> ScreenedBatch {
    let worker = idle.withLock { $0.popLast() } ?? Worker(makeParser())
    defer { idle.withLock { $0.append(worker) } }
    return worker.parser.withLock { parser in
      worker.scratch.withLock { screening.screen(batch, using: &parser, &$0) }
    }
  }
}
