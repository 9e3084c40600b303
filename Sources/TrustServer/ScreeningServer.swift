internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
package import TrustRules
internal import UnixSignals

/// The server: what `trustscreen serve` runs.
///
/// A request goes through `ObservingMiddleware`, then `AdmittingMiddleware`, then to an endpoint,
/// which asks `EngineHolder` once for all that its answer depends on.
package struct ScreeningServer: Sendable {
  let settings: ServerSettings
  let holder: EngineHolder
  let metrics: Metrics
  let load = LoadCounter()
  let logger: Logger
  private let source: EngineSource
  let audit: AuditLog?

  /// Loads rules and policies, and opens the audit log.
  ///
  /// - Throws: `PackError` with what is wrong with files or settings: a server starts whole or not.
  package init(_ settings: ServerSettings, source: EngineSource) throws(PackError) {
    self.settings = settings
    self.source = source
    var logger = Logger(label: "trustscreen.server")
    guard let level = Logger.Level(rawValue: settings.logLevel) else {
      throw Self.problem(
        "log-level",
        "there is no level “\(settings.logLevel)”; there are "
          + Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
    logger.logLevel = level
    self.logger = logger
    holder = try EngineHolder(logger: logger) { () throws(PackError) in
      try source.load(settings)
    }
    let metrics = Metrics()
    self.metrics = metrics
    do {
      audit = try settings.auditLog.map { path in
        try AuditLog(
          path: path,
          limit: settings.auditBytes,
          kept: settings.auditFiles,
          metrics: metrics,
          logger: logger
        )
      }
    } catch {
      throw Self.problem(settings.auditLog ?? "", "the audit log cannot be written to")
    }
  }

  /// Runs until the process is told to stop (SIGTERM, SIGINT); then finishes what is under way.
  ///
  /// - Parameter onListening: Is told the port once connections are accepted.
  /// - Throws: If the address is taken or may not be used.
  package func run(onListening: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
    OpenFileLimit.raise()
    var services: [any Service] = [
      try application { onListening($0.localAddress?.port ?? settings.port) },
      HangUpReloading(holder: holder),
    ]
    if settings.watchInterval > 0 {
      services.append(
        FileWatching(holder: holder, paths: watchedPaths, seconds: settings.watchInterval)
      )
    }
    var configuration = ServiceGroupConfiguration(
      services: services,
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: logger
    )
    configuration.maximumGracefulShutdownDuration = .seconds(settings.limits.shutdownSeconds)
    try await ServiceGroup(configuration: configuration).run()
  }

  /// The application by itself.
  ///
  /// - Throws: `PackError` if there is TLS and its files cannot be used.
  func application(
    onListening: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) throws(PackError) -> Application<RouterResponder<RequestScope>> {
    Application(
      router: router(),
      server: try settings.channel(countingInto: load),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(settings.limits.connections)
      ),
      onServerRunning: onListening,
      logger: logger
    )
  }

  private var watchedPaths: [String] {
    source.screenerPaths + settings.policies + (settings.tenants.map { [$0] } ?? [])
  }

  private static func problem(_ place: String, _ message: String) -> PackError {
    PackError([PackError.Issue("bad-value", at: Mark(file: place, line: 0, column: 0), message)])
  }
}
