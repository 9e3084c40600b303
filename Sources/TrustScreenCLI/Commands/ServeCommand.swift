internal import ArgumentParser
internal import Foundation
internal import TrustEngine
internal import TrustRules
internal import TrustServer

/// `serve`: the moderation hook and the page for drafts.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answers over HTTP: screens posts, decides on them, and shows a page for drafts.",
    discussion: """
      Posts are neither stored nor logged. It listens at 127.0.0.1 unless there are tokens.

      Settings come from flags, then from the environment (TRUSTSCREEN_PORT, TRUSTSCREEN_TOKEN, \
      TRUSTSCREEN_BODY_BYTES …), then from the YAML file of --config. SIGHUP, a change of files and \
      POST /v1/reload load rules and policies anew; what is wrong is refused, and the old ones stay.

      EXAMPLES
        trustscreen serve
        trustscreen serve --packs rules --policy our-feed.yaml --shadow-policy next-feed
        TRUSTSCREEN_TOKEN=$(openssl rand -hex 32) trustscreen serve --host 0.0.0.0 \\
          --tls-certificate chain.pem --tls-key key.pem
        curl -H 'Content-Type: application/json' http://127.0.0.1:8080/v1/screen \\
          -d '{"items":[{"id":"17","fields":{"text":"大蒜能治新冠"}}]}'
      """
  )

  @OptionGroup var screener: ScreenerOptions

  @Option(name: .long, help: "The YAML file of settings.", completion: .file())
  var config: String?

  @Option(name: .long, help: "The address to listen at; by default 127.0.0.1.")
  var host: String?

  @Option(name: .long, help: "The port; by default 8080, and 0 is any that is free.")
  var port: String?

  @Option(
    name: .customLong("policy"),
    help: "A file or folder of policies; may be repeated.",
    completion: .file()
  )
  var policies: [String] = []

  @Option(name: .long, help: "The policy of requests that name none.")
  var defaultPolicy: String?

  @Option(
    name: .customLong("shadow-policy"),
    help: "A policy to try on the side: counted, never enforced; may be repeated."
  )
  var shadowPolicies: [String] = []

  @Option(name: .long, help: "The YAML file that says who may use the server.", completion: .file())
  var tenants: String?

  @Option(name: .long, help: "The certificate chain, as PEM.", completion: .file())
  var tlsCertificate: String?

  @Option(name: .long, help: "The certificate's private key, as PEM.", completion: .file())
  var tlsKey: String?

  @Option(
    name: .customLong("adapter"),
    help: "An interface like another's: openai-moderations, perspective; may be repeated."
  )
  var adapters: [String] = []

  @Option(name: .long, help: "A file to append decisions to, with hashes of texts.")
  var auditLog: String?

  @Option(
    name: .customLong("set"),
    help: "Any other setting, as body-bytes=2097152; may be repeated."
  )
  var others: [String] = []

  func run() async throws {
    do {
      let settings = try await ServerSettings.read(
        flags: try flags(),
        environment: ProcessInfo.processInfo.environment,
        file: config
      )
      let server = try ScreeningServer(settings, source: source(settings))
      let scheme = settings.tlsCertificate == nil ? "http" : "https"
      try await server.run { port in
        Console.note("trustscreen listens at \(scheme)://\(settings.host):\(port)/")
      }
    } catch let error as PackError {
      for issue in error.issues { Console.note(IssuePrinter().text(issue)) }
      throw ExitStatus.misuse
    }
  }

  /// What the command line says, by the names of settings.
  private func flags() throws -> [String: [String]] {
    let lists = [
      "packs": screener.packs.packs, "with": screener.packs.with,
      "disable": screener.packs.disable, "policies": policies,
      "shadow-policies": shadowPolicies, "adapters": adapters,
    ]
    let values = [
      "calibration": screener.calibration, "host": host, "port": port,
      "default-policy": defaultPolicy, "tenants": tenants, "tls-certificate": tlsCertificate,
      "tls-key": tlsKey, "audit-log": auditLog,
    ]
    var flags = lists.filter { !$0.value.isEmpty }
    for (name, value) in values { if let value { flags[name] = [value] } }
    for other in others {
      let parts = other.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, ServerSettings.names.contains(String(parts[0])) else {
        let hint = NearestName.hint(String(parts[0]), in: ServerSettings.names) ?? "see --help"
        throw ValidationError("--set takes name=value, not “\(other)”; \(hint)")
      }
      flags[String(parts[0]), default: []].append(String(parts[1]))
    }
    return flags
  }

  /// How to build the screener, each time anew.
  private func source(_ settings: ServerSettings) -> EngineSource {
    var options = screener
    options.packs.packs = settings.packs
    options.packs.with = settings.with
    options.packs.disable = settings.disable
    options.calibration = settings.calibration
    let chosen = options
    let calibrations = settings.calibration.map { [$0] } ?? []
    return EngineSource(screenerPaths: settings.packs + calibrations) { () throws(PackError) in
      try chosen.built()
    }
  }
}
