internal import ServiceLifecycle
internal import UnixSignals

/// Loads rules anew when the process is sent SIGHUP.
struct HangUpReloading: Service {
  let holder: EngineHolder

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      _ = await holder.reload(because: "SIGHUP")
    }
  }
}
