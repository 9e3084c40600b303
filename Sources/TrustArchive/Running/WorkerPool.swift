internal import Synchronization
internal import TrustEngine

/// Workers that tasks borrow for one batch at a time; there are as many as batches under way.
final class WorkerPool<Parser: RecordParser>: Sendable where Parser.Batch: RecordBatch {
  /// A parser and scratch memory.
  private struct Tools: ~Copyable {
    var parser: Parser
    var scratch = Screener.Scratch()
  }

  /// The lock is never contended: a worker is idle or with one task.
  private final class Worker: Sendable {
    let tools: Mutex<Tools>

    init(_ parser: sending Parser) { tools = Mutex(Tools(parser: parser)) }
  }

  private let screening: BatchScreening
  private let makeParser: @Sendable () -> sending Parser
  private let idle = Mutex<[Worker]>([])

  init(_ screening: BatchScreening, _ makeParser: @escaping @Sendable () -> sending Parser) {
    self.screening = screening
    self.makeParser = makeParser
  }

  /// Screens a batch with a borrowed worker.
  func screen(_ batch: Parser.Batch) -> ScreenedBatch {
    let worker = idle.withLock { $0.popLast() } ?? Worker(makeParser())
    defer { idle.withLock { $0.append(worker) } }
    return worker.tools.withLock { tools in
      screening.screen(batch, using: &tools.parser, &tools.scratch)
    }
  }
}
