/// How a server runs.
package struct ServerSettings: Sendable {
  /// An interface in the shape of another product, so that a platform can try this one.
  package enum Adapter: String, Sendable, CaseIterable {
    case openAIModerations = "openai-moderations"
    case perspective
  }

  /// The address to listen at; anything but loopback needs a token.
  package var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  package var port = 8080
  /// What the rules are: as the options of the same names of `trustscreen check`.
  package var packs: [String] = []
  package var with: [String] = []
  package var disable: [String] = []
  package var calibration: String?
  /// Files and folders of policies.
  package var policies: [String] = []
  /// The policy of requests that name none.
  package var defaultPolicy: String?
  /// Policies that are tried on the side, counted and never enforced.
  package var shadowPolicies: [String] = []
  /// The file that says who may use the server.
  package var tenants: String?
  /// A single token, for the one who runs the server.
  package var token: String?
  /// Certificate chain and private key as PEM files; both or neither.
  package var tlsCertificate: String?
  package var tlsKey: String?
  /// Seconds between looks at the files of rules and policies; 0 for none.
  package var watchInterval = 2
  package var adapters: [Adapter] = []
  /// The file that decisions are appended to.
  package var auditLog: String?
  /// The size in bytes at which the audit log is put aside and a new one begun.
  package var auditBytes = 64 << 20
  /// How many audit logs that were put aside are kept; older ones are deleted.
  package var auditFiles = 8
  /// The least severe level of log messages: trace, debug, info, notice, warning, error, critical.
  package var logLevel = "info"
  package var limits = ServerLimits()

  /// The settings that are usual.
  package init() {}
}

/// How much strangers may ask for.
package struct ServerLimits: Sendable, Hashable {
  /// The most bytes of a JSON body.
  package var bodyBytes = 1 << 20
  /// The most bytes of a document whose text is to be taken out.
  package var uploadBytes = 8 << 20
  /// The most items of a request.
  package var items = 100
  /// The most fields of an item.
  package var fields = 16
  /// The most bytes of a field that are screened; what is behind them makes a report partial.
  package var fieldBytes = 256 << 10
  /// The most seconds for the items of a request; those that are left then ask for review.
  package var requestSeconds = 10
  /// The most seconds between the head of a request and the end of its body.
  package var bodySeconds = 15
  /// The seconds after which a connection on which nothing happens is closed.
  package var idleSeconds = 60
  /// The most requests under way; more are answered with 429.
  package var requests = 256
  /// The most connections; more wait to be accepted.
  package var connections = 16_384
  /// The most seconds for finishing what is under way when the server is told to stop.
  package var shutdownSeconds = 30

  /// The limits that are usual.
  package init() {}
}
