internal import Synchronization

/// Scratch memory that tasks borrow for one post at a time.
final class ScratchPool: Sendable {
  /// SAFETY: a box is either in the pool's list, which the mutex guards, or with the one task that
  /// took it out; no two tasks ever hold the same box.
  private final class Box: @unchecked Sendable {
    var scratch = Screener.Scratch()
  }

  private let idle = Mutex<[Box]>([])

  /// Screens a post with borrowed memory.
  func screen(_ post: Post, by screener: Screener) -> Report {
    let box = idle.withLock { $0.popLast() } ?? Box()
    defer { idle.withLock { $0.append(box) } }
    return screener.screen(post, using: &box.scratch)
  }
}
