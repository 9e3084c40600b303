internal import Logging
internal import NIOPosix
internal import Synchronization
internal import TrustRules

/// Holds the engine in force, and replaces it as a whole.
final class EngineHolder: Sendable {
  /// The engine in force, and how it came to be.
  struct State: Sendable {
    var engine: Engine
    /// How many engines were in force, this one among them.
    var generation = 1
    var failedReloads = 0
    /// Why the last attempt to replace it failed; `nil` if it did not.
    var failure: PackError?
  }

  private let state: Mutex<State>
  /// Held while an engine is made, so that of two attempts the later one wins.
  private let loading = Mutex(())
  private let load: @Sendable () throws(PackError) -> Engine
  private let logger: Logger

  /// Loads the first engine.
  ///
  /// - Throws: `PackError` if anything is wrong with it: a server does not start with half its rules.
  init(logger: Logger, load: @escaping @Sendable () throws(PackError) -> Engine) throws(PackError) {
    state = Mutex(State(engine: try load()))
    self.load = load
    self.logger = logger
  }

  /// The engine in force: to be asked for once in a request.
  var engine: Engine { state.withLock { $0.engine } }

  /// The engine in force, and how it came to be.
  var current: State { state.withLock { $0 } }

  /// Replaces the engine, or keeps it and remembers why.
  ///
  /// - Parameter cause: Who asked, for the log.
  /// - Returns: What is in force now.
  func reload(because cause: String) async -> State {
    // Reading and compiling take long: not on a thread that answers requests.
    let state = try? await NIOThreadPool.singleton.runIfActive { self.reloadNow(because: cause) }
    // The pool is inactive only once the process ends.
    return state ?? current
  }

  private func reloadNow(because cause: String) -> State {
    loading.withLock { _ in
      let outcome = Result { () throws(PackError) in try load() }
      let now = state.withLock { state in
        switch outcome {
        case .success(let engine):
          state.engine = engine
          state.generation += 1
          state.failure = nil
        case .failure(let error):
          state.failure = error
          state.failedReloads += 1
        }
        return state
      }
      log(now, because: cause)
      return now
    }
  }

  private func log(_ state: State, because cause: String) {
    guard let failure = state.failure else {
      logger.notice(
        "rules loaded",
        metadata: ["cause": "\(cause)", "generation": "\(state.generation)"]
      )
      return
    }
    logger.error(
      "rules refused, the old ones stay in force",
      metadata: [
        "cause": "\(cause)",
        "issues": .array(failure.issues.map { "\($0.file):\($0.line): \($0.message)" }),
      ]
    )
  }
}
