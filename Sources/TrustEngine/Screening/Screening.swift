internal import TrustText

/// The reports of a sequence of posts, in its order, screened by several tasks.
///
/// It is pulled: no more than `parallelism` posts are read ahead, so that an archive of any size is
/// screened in bounded memory. Errors of the source are thrown on, after the reports of the posts
/// before them.
public struct Screening<Base: AsyncSequence & Sendable>: AsyncSequence
where Base.Element == Post {
  /// One report for each post.
  public typealias Element = Report

  let base: Base
  let screener: Screener
  let parallelism: Int

  /// Makes an iterator; each starts the source anew.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(base: base.makeAsyncIterator(), screener: screener, parallelism: parallelism)
  }

  /// Reads posts ahead, hands them to tasks, and gives their reports in order.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var base: Base.AsyncIterator
    private let screener: Screener
    private let parallelism: Int
    private let pool = ScratchPool()
    private var inFlight: [Task<Report, Never>] = []
    private var isAtEnd = false
    private var failure: (any Error)?

    init(base: Base.AsyncIterator, screener: Screener, parallelism: Int) {
      self.base = base
      self.screener = screener
      self.parallelism = parallelism
    }

    /// The next report, or `nil` after the last.
    public mutating func next() async throws -> Report? {
      try await next(isolation: nil)
    }

    /// The next report, or `nil` after the last; the source is read where the caller is.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(any Error) -> Report? {
      await readAhead(isolation: actor)
      guard !inFlight.isEmpty else {
        if let failure {
          self.failure = nil
          throw failure
        }
        return nil
      }
      return await inFlight.removeFirst().value
    }

    private mutating func readAhead(isolation actor: isolated (any Actor)?) async {
      while !isAtEnd, inFlight.count < parallelism {
        do {
          guard let post = try await base.next(isolation: actor) else {
            isAtEnd = true
            return
          }
          let (screener, pool) = (screener, pool)
          inFlight.append(Task.detached { pool.screen(post, by: screener) })
        } catch {
          failure = error
          isAtEnd = true
        }
      }
    }
  }
}

extension Screener {
  /// Screens a sequence of posts with several tasks, keeping its order.
  ///
  /// - Parameters:
  ///   - posts: The posts; they are read as reports are asked for.
  ///   - parallelism: How many posts are under way at once; 0 for as many as there are cores.
  /// - Returns: The reports, in the order of the posts.
  public func screen<Posts: AsyncSequence & Sendable>(
    _ posts: Posts,
    parallelism: Int = 0
  ) -> Screening<Posts> where Posts.Element == Post {
    Screening(
      base: posts,
      screener: self,
      parallelism: parallelism > 0 ? parallelism : Cores.count
    )
  }
}
