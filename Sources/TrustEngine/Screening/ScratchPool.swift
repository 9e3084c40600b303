internal import Synchronization

/// Scratch memory that tasks borrow for one post at a time.
package final class ScratchPool: Sendable {
  /// The lock is never contended: a box is in the pool's list or with the one task that took it out.
  private final class Box: Sendable {
    let scratch = Mutex(Screener.Scratch())
  }

  private let idle = Mutex<[Box]>([])

  /// Makes an empty pool.
  package init() {}

  /// Screens a post with borrowed memory.
  package func screen(_ post: Post, by screener: Screener) -> Report {
    let box = idle.withLock { $0.popLast() } ?? Box()
    defer { idle.withLock { $0.append(box) } }
    return box.scratch.withLock { screener.screen(post, using: &$0) }
  }
}
