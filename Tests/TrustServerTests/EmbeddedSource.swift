import Hummingbird
import Logging
import NIOEmbedded

@testable import TrustServer

/// Scopes of requests without a server.
enum EmbeddedSource {
  static func scope() -> RequestScope {
    RequestScope(
      source: ApplicationRequestContextSource(
        channel: NIOAsyncTestingChannel(),
        logger: Logger(label: "test")
      )
    )
  }
}
