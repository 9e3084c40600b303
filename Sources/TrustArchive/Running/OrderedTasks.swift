internal import Synchronization

/// Runs work side by side and hands over what it made in order.
///
/// At most `limit` pieces of work run at once; as many more may wait for their turn, and be held when
/// they are done before an earlier one. So a slow piece makes nobody wait but itself, and memory is
/// bounded.
struct OrderedTasks<Result: Sendable> {
  private let limit: Int
  private var tasks: [Task<Result, Never>] = []
  private let turns: Turns

  init(limit: Int) {
    self.limit = limit
    turns = Turns(free: limit)
  }

  /// Whether more may be added before a result is taken.
  var hasRoom: Bool { tasks.count < 2 * limit }

  mutating func add(_ work: @escaping @Sendable () -> Result) {
    let turns = turns
    tasks.append(
      Task.detached {
        await turns.take()
        defer { turns.give() }
        return work()
      }
    )
  }

  /// The result of the work that was added first; `nil` if there is none.
  mutating func next() async -> Result? {
    guard !tasks.isEmpty else { return nil }
    return await tasks.removeFirst().value
  }
}

/// A counting lock for tasks.
private final class Turns: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(free: Int) { state = Mutex(State(free: free)) }

  func take() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { continuation.resume() }
    }
  }

  func give() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.free += 1
      return nil
    }
    next?.resume()
  }
}
