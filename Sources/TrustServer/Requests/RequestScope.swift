internal import Hummingbird
internal import NIOCore

/// What is known of a request while it is answered.
struct RequestScope: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel
  /// What the caller and the logs know it by.
  var id = ""
  /// Who asked; `nil` on a server without tokens.
  var tenant: Tenant?
  let started = ContinuousClock.now

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// Seconds since its head was seen.
  var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }
}
